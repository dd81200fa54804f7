import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { HostServer } from './host-server.ts';

/** `GET /openapi.json`, made from the routes, and `GET /docs`, which shows it without any outside request. */
export async function apiDocument(app: HostServer): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Polyrail gateway',
        version: '1.0.0',
        description: 'One canonical payment API in front of every provider. Problems: see /problems.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      tags: [
        { name: 'payments', description: 'Payments and what follows them.' },
        { name: 'providers', description: 'What stands behind the API.' },
        { name: 'operators', description: 'What waits for a person, over all tenants.' },
        { name: 'health', description: 'For load balancers.' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => withOptionalBodies(withUsedSchemas(jsonSchemaTransformObject(document))),
  });
  await app.register(fastifySwaggerUi, { routePrefix: '/docs', uiConfig: { persistAuthorization: true } });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

/** A body that may be `null` may also be left out, which a schema cannot say. */
function withOptionalBodies(document: ApiDocument): ApiDocument {
  for (const path of Object.values(document.paths ?? {})) {
    const { requestBody } = path?.post ?? {};
    if (requestBody === undefined || '$ref' in requestBody) continue;
    const { schema = {} } = requestBody.content['application/json'] ?? {};
    if (JSON.stringify(schema).endsWith('{"type":"null"}]}')) requestBody.required = false;
  }
  return document;
}

type ApiDocument = ReturnType<typeof jsonSchemaTransformObject>;

/** Each schema is emitted as it is read and as it is written; only the side that the routes use is kept. */
function withUsedSchemas(document: ApiDocument): ApiDocument {
  const schemas = 'components' in document ? (document.components?.schemas ?? {}) : {};
  const text = JSON.stringify(document);
  const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`));
  for (const name of unused) delete schemas[name];
  // What only an unused schema used is unused now.
  return unused.length === 0 ? document : withUsedSchemas(document);
}
