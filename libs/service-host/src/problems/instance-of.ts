import { isUuid } from '@yigongti/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * Where a problem happened (`instance`, RFC 9457): the route, with the ids in it. Whatever else a client writes into a path may be a name or
 * a national id that has no business there and must not come back, and be kept, in an answer; so is the query string, whose filters
 * may name people. A path that is no route is told to its version only.
 */
export function instanceOf({ url, is404, routeOptions }: Pick<FastifyRequest, 'url' | 'is404' | 'routeOptions'>): string {
  const written = url.split('?', 1)[0]!.split('/');
  const route = is404 ? undefined : routeOptions?.url;
  if (route === undefined || route.includes('*')) return written.slice(0, 3).filter(isHarmless).join('/') || '/';
  return route
    .split('/')
    .map((part, index) => (part.startsWith(':') ? shown(part.slice(1), written[index] ?? '') : part))
    .join('/');
}

function shown(name: string, value: string): string {
  return isUuid(value) ? value : `{${name}}`;
}

function isHarmless(part: string): boolean {
  return /^([a-z-]*|v\d+)$/.test(part);
}
