import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import fastifyHelmet from '@fastify/helmet';
import type { Gateway, Store } from '@polyrail/core';
import { redactText } from '@polyrail/redaction';
import { errorCodes, type FastifyBaseLogger, fastify, LogController } from 'fastify';
import type { z } from 'zod';
import type { AccessTokens } from './access/access-tokens.ts';
import { authenticate } from './access/authenticate.ts';
import { KeyRing } from './access/key-ring.ts';
import { RequestRate } from './access/request-rate.ts';
import type { TlsServer } from './access/tls-server.ts';
import { answerClientError } from './answer/client-error.ts';
import { sendProblem } from './answer/problem.ts';
import { sendError } from './answer/send-error.ts';
import { apiDocument } from './api-document.ts';
import type { HostServer, ZodRequests } from './host-server.ts';
import { KnownPaths } from './known-paths.ts';
import { InvalidRequest } from './request/invalid-request.ts';
import { unclearMember } from './request/json-body.ts';
import { plainWords } from './request/plain-words.ts';
import { refuseOddRequest } from './request/refuse-odd-request.ts';
import { requestIssues } from './request/request-issues.ts';
import { deadLetterRoutes } from './routes/dead-letters.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoute } from './routes/metrics.ts';
import { operationRoutes } from './routes/operations.ts';
import { paymentRoutes } from './routes/payments.ts';
import { problemRoutes } from './routes/problems.ts';
import { providerRoutes } from './routes/providers.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { settlementRoutes } from './routes/settlement.ts';
import { timelineRoutes } from './routes/timeline.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import type { CertificateEnds } from './watch/certificate-ends.ts';
import { logEvents } from './watch/event-log.ts';
import { hostMetrics } from './watch/metrics.ts';

/** What the host is made of. */
export interface ServerOptions {
  readonly gateway: Gateway;
  /** Whose clock this host's has to agree with. Default: it has none of its own. */
  readonly store?: Pick<Store, 'serverTime'>;
  readonly apiKeys: KeyRing;
  /** Keys for what concerns all tenants: dead letters, reviews and metrics. Default: nobody may. */
  readonly operatorKeys?: KeyRing;
  /** Default: callers show keys only. */
  readonly accessTokens?: AccessTokens | undefined;
  /** Requests that one key or client may make in a second. Default: any number. */
  readonly requestsPerSecond?: number;
  /** Default: TLS is the job of a proxy in front. */
  readonly tlsServer?: TlsServer | undefined;
  /** For the metrics. Default: none are in use. */
  readonly certificates?: CertificateEnds;
  readonly patience?: Patience;
  /** Default: no log. */
  readonly logger?: FastifyBaseLogger;
}

/** How long a caller may take. */
export interface Patience {
  /** For all headers. Default: 5,000. */
  readonly headersMs: number;
  /** For a whole request to arrive; an answer may take longer. Default: 10,000. */
  readonly requestMs: number;
}

const maxHeaderSize = 16_384;

/** The HTTP API over a gateway, ready to listen or to be asked with `inject`. */
export async function buildServer(options: ServerOptions): Promise<HostServer> {
  const { logger } = options;
  const app = fastify({
    ...transportOptions(options),
    ...(logger && { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    bodyLimit: 65_536,
    // What still comes on an open connection while the host stops is answered like anything else, not with words of Fastify's own.
    return503OnClosing: false,
    // All headers together are no longer: a path that the router refuses would be answered without the hooks.
    routerOptions: { maxParamLength: maxHeaderSize },
    clientErrorHandler: answerClientError,
    frameworkErrors: sendError,
    genReqId: ({ headers }) => requestId(headers['x-request-id']),
  }).withTypeProvider<ZodRequests>();
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (input) => {
    const { data, error } = schema.safeParse(input, { error: plainWords });
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
  healthRoutes(app, options);
  problemRoutes(app);
  await registerRoutes(app, options);
  return app;
}

/** A caller that is slow on purpose holds a connection for seconds, not for ever. */
function transportOptions({ tlsServer, patience = { headersMs: 5_000, requestMs: 10_000 } }: ServerOptions) {
  const { headersMs: headersTimeout, requestMs: requestTimeout } = patience;
  const keepAliveTimeout = 30_000;
  const http = { headersTimeout, connectionsCheckingInterval: 1_000, maxHeaderSize };
  if (tlsServer === undefined) return { requestTimeout, keepAliveTimeout, http };
  const options = { ...http, requestTimeout, keepAliveTimeout };
  return { serverFactory: (listener: RequestListener) => tlsServer.serve(options, listener) };
}

/** The routes that somebody has to prove for who they are. */
async function registerRoutes(app: HostServer, options: ServerOptions): Promise<void> {
  const { gateway, apiKeys, operatorKeys = new KeyRing([]), accessTokens: tokens, requestsPerSecond = 0 } = options;
  const rate = requestsPerSecond === 0 ? undefined : new RequestRate(requestsPerSecond);
  const needsCertificate = options.tlsServer?.needsCertificate ?? false;
  await app.register(
    async (v1: HostServer) => {
      v1.addHook('onRequest', authenticate({ keys: apiKeys, tokens, needsCertificate, rate }));
      paymentRoutes(v1, gateway);
      operationRoutes(v1, gateway);
      timelineRoutes(v1, gateway);
      providerRoutes(v1, gateway);
      settlementRoutes(v1, gateway);
    },
    { prefix: '/v1' },
  );
  const { registry, stop } = hostMetrics(gateway, options.certificates);
  const stopLog = logEvents(gateway, app.log);
  app.addHook('onClose', async () => {
    stop();
    stopLog();
  });
  await app.register(async (operators: HostServer) => {
    operators.addHook('onRequest', authenticate({ keys: operatorKeys, needsCertificate, rate }));
    metricsRoute(operators, registry);
    await operators.register(
      async (v1: HostServer) => {
        deadLetterRoutes(v1, gateway);
        reviewRoutes(v1, gateway);
      },
      { prefix: '/v1' },
    );
  });
  // Providers prove who they are by their signatures, not by our keys.
  await app.register(async (webhooks: HostServer) => webhookRoutes(webhooks, gateway), { prefix: '/v1' });
}

/** Only plain JSON in UTF-8 is read, without prototype tricks and without members that can be read in two ways. */
function acceptJson(app: HostServer): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    const { 'content-encoding': coding = 'identity' } = request.headers;
    if (coding.toLowerCase() !== 'identity') return done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(coding));
    // Other bytes would become other characters than the caller wrote.
    if (!isUtf8(bytes)) return done(new errorCodes.FST_ERR_CTP_INVALID_JSON_BODY());
    const text = bytes.toString();
    void parse(request, text, (error, body) => {
      const unclear = error ? undefined : unclearMember(text);
      done(unclear === undefined ? error : new InvalidRequest([unclear]), body);
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
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    // Payments are nothing for the caches on the way.
    if (request.url.startsWith('/v1/')) reply.header('cache-control', 'no-store');
  });
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
