import { randomUUID } from 'node:crypto';
import fastifyHelmet from '@fastify/helmet';
import type { Gateway, Secret } from '@polyrail/core';
import { redactText } from '@polyrail/redaction';
import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import type { z } from 'zod';
import { apiDocument } from './api-document.ts';
import { type ApiKey, authenticate } from './authenticate.ts';
import { answerClientError } from './client-error.ts';
import { logEvents } from './event-log.ts';
import type { HostServer, ZodRequests } from './host-server.ts';
import { InvalidRequest } from './invalid-request.ts';
import { inexactNumber } from './json-body.ts';
import { KnownPaths } from './known-paths.ts';
import { hostMetrics } from './metrics.ts';
import { sendProblem } from './problem.ts';
import { refuseOddRequest } from './refuse-odd-request.ts';
import { requestIssues } from './request-issues.ts';
import { deadLetterRoutes } from './routes/dead-letters.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoute } from './routes/metrics.ts';
import { operationRoutes } from './routes/operations.ts';
import { paymentRoutes } from './routes/payments.ts';
import { problemRoutes } from './routes/problems.ts';
import { providerRoutes } from './routes/providers.ts';
import { settlementRoutes } from './routes/settlement.ts';
import { timelineRoutes } from './routes/timeline.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { sendError } from './send-error.ts';

/** What the host is made of. */
export interface ServerOptions {
  readonly gateway: Gateway;
  readonly apiKeys: readonly ApiKey[];
  /** Keys for what concerns all tenants: dead letters and metrics. Default: nobody may. */
  readonly operatorKeys?: readonly Secret[];
  /** Default: no log. */
  readonly logger?: FastifyBaseLogger;
}

/** The HTTP API over a gateway, ready to listen or to be asked with `inject`. */
export async function buildServer(options: ServerOptions): Promise<HostServer> {
  const { gateway, logger } = options;
  const app = fastify({
    ...(logger && { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    bodyLimit: 65_536,
    // Time for a whole request to arrive; an answer may take longer.
    requestTimeout: 10_000,
    keepAliveTimeout: 30_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    // The id of a job holds that of a provider's event.
    routerOptions: { maxParamLength: 512 },
    clientErrorHandler: answerClientError,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
  }).withTypeProvider<ZodRequests>();
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (input) => {
    const { data, error } = schema.safeParse(input);
    return error === undefined ? { value: data } : { error: new InvalidRequest(requestIssues(error, input)) };
  });
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  acceptJson(app);
  app.decorateRequest('tenant', '');
  app.setErrorHandler(sendError);
  await secure(app);
  const paths = new KnownPaths();
  app.addHook('onRoute', (route) => paths.add(route));
  app.setNotFoundHandler((request, reply) => {
    const methods = paths.methodsOf(request.url.split('?', 1)[0] ?? '');
    if (methods.length === 0) return sendProblem(reply, 'not_found');
    return sendProblem(reply.header('allow', methods.join(', ')), 'method_not_allowed');
  });
  await apiDocument(app);
  healthRoutes(app, gateway);
  problemRoutes(app);
  await registerRoutes(app, options);
  return app;
}

/** The routes that somebody has to prove for who they are. */
async function registerRoutes(app: HostServer, { gateway, apiKeys, operatorKeys = [] }: ServerOptions): Promise<void> {
  await app.register(
    async (v1: HostServer) => {
      v1.addHook('onRequest', authenticate(apiKeys));
      paymentRoutes(v1, gateway);
      operationRoutes(v1, gateway);
      timelineRoutes(v1, gateway);
      providerRoutes(v1, gateway);
      settlementRoutes(v1, gateway);
    },
    { prefix: '/v1' },
  );
  const { registry, stop } = hostMetrics(gateway);
  const stopLog = logEvents(gateway, app.log);
  app.addHook('onClose', async () => {
    stop();
    stopLog();
  });
  await app.register(async (operators: HostServer) => {
    operators.addHook('onRequest', authenticate(operatorKeys.map((key) => ({ tenant: 'operator', key }))));
    metricsRoute(operators, registry);
    await operators.register(async (v1: HostServer) => deadLetterRoutes(v1, gateway), { prefix: '/v1' });
  });
  // Providers prove who they are by their signatures, not by our keys.
  await app.register(async (webhooks: HostServer) => webhookRoutes(webhooks, gateway), { prefix: '/v1' });
}

/** Only JSON is read, without prototype tricks and without numbers that mean something else than they look like. */
function acceptJson(app: HostServer): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    void parse(request, text, (error, body) => {
      const inexact = error ? undefined : inexactNumber(text);
      done(inexact === undefined ? error : new InvalidRequest([inexact]), body);
    });
  });
}

async function secure(app: HostServer): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        // The docs page styles its elements in place.
        'style-src': ["'self'", "'unsafe-inline'"],
      },
    },
  });
  app.addHook('onRequest', refuseOddRequest);
  app.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id));
  // One line for each request: no body, no header, no query.
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(request.tenant && { tenant: request.tenant }),
        ...(reply.problemCode && { problem: reply.problemCode }),
      },
      'request',
    );
  });
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) && redactText(given) === given
    ? given
    : randomUUID();
}
