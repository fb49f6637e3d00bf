import type { FastifyInstance } from 'fastify';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

/** `/livez`, `/readyz` and `/metrics` at the root of the port, outside Nest, so that they answer while it is busy. */
export function addProbeRoutes(server: FastifyInstance, health: Health, metrics: Metrics): void {
  server.get('/livez', () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply.status(readiness.status === 'down' ? 503 : 200).send(readiness);
  });
  server.get('/metrics', async (_request, reply) => {
    const text = await metrics.registry.metrics();
    return reply.type(metrics.registry.contentType).send(text);
  });
}
