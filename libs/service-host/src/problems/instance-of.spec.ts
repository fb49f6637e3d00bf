import { expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { instanceOf } from './instance-of.ts';

const id = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const at = (url: string, route?: string) =>
  instanceOf({ url, is404: route === undefined, routeOptions: { url: route } } as unknown as FastifyRequest);

it.each<[string, string | undefined, string]>([
  [
    `/contracts/v1/contracts/${id}/terminate`,
    '/contracts/v1/contracts/:contractId/terminate',
    `/contracts/v1/contracts/${id}/terminate`,
  ],
  ['/contracts/v1/contracts?residentId=37072519500505123X', '/contracts/v1/contracts', '/contracts/v1/contracts'],
  ['/registry/v1/residents/37072519500505123X', '/registry/v1/residents/:residentId', '/registry/v1/residents/{residentId}'],
  ['/registry/v1/institutions/H37072500101', '/registry/v1/institutions/:code', '/registry/v1/institutions/{code}'],
  ['/registry/v1/people/37072519500505123X', undefined, '/registry/v1'],
  ['/37072519500505123X/%E7%8E%8B', undefined, '/'],
  ['/registry/docs/wang', '/registry/docs/*', '/registry/docs'],
])('%s is told as %s is known', (url, route, expected) => expect(at(url, route)).toBe(expected));
