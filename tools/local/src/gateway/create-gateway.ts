import httpProxy from '@fastify/http-proxy';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

export interface GatewayOptions {
  /** Where each service listens, by its name, which is the first segment of its paths. */
  readonly upstreams: Readonly<Record<string, string>>;
  /** HTML of `/`. */
  readonly frontPage: string;
}

/** Milliseconds. A stream of many lines is answered line by line; what is silent for so long is dead. */
const silenceMax = 300_000;

/** One door to all services: routes by prefix, touches no body. */
export async function createGateway({ upstreams, frontPage }: GatewayOptions): Promise<FastifyInstance> {
  const gateway = fastify({ logger: false, forceCloseConnections: true, requestTimeout: 0 });
  for (const [service, upstream] of Object.entries(upstreams)) {
    await gateway.register(httpProxy, {
      upstream,
      prefix: `/${service}`,
      rewritePrefix: `/${service}`,
      disableRequestLogging: true,
      // A repeated command is the client's decision; it has the key for it.
      retryMethods: [],
      undici: { connections: 64, pipelining: 1, bodyTimeout: silenceMax, headersTimeout: silenceMax },
      replyOptions: {
        rewriteRequestHeaders: (request, headers) => ({ ...headers, ...forwarded(request as FastifyRequest) }),
        onError: (reply) => serviceAway(reply as unknown as FastifyReply, service),
      },
    });
  }
  gateway.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(frontPage));
  gateway.get('/livez', () => ({ status: 'ok' }));
  gateway.setNotFoundHandler((request, reply) => noSuchService(request, reply, Object.keys(upstreams)));
  return gateway;
}

function forwarded(request: FastifyRequest): Record<string, string> {
  return {
    'x-forwarded-for': [request.headers['x-forwarded-for'], request.ip].filter(Boolean).join(', '),
    'x-forwarded-host': request.headers.host ?? '',
    'x-forwarded-proto': request.protocol,
  };
}

function serviceAway(reply: FastifyReply, service: string): void {
  void reply
    .code(503)
    .header('retry-after', '2')
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      code: 'gateway.service-away',
      status: 503,
      title: `The service ${service} does not answer at the moment`,
      titleZh: `服务 ${service} 暂时无法访问`,
    });
}

function noSuchService(request: FastifyRequest, reply: FastifyReply, services: readonly string[]): void {
  void reply
    .code(404)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      code: 'gateway.no-such-service',
      status: 404,
      title: `Paths begin with one of ${services.join(', ')}`,
      titleZh: '路径须以服务名开头',
      instance: request.url.split('?')[0],
    });
}
