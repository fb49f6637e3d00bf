import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { DtoClass } from './shape/shape.ts';

/** The DTO classes that a controller method takes whole, as `@Body() body: X` and `@Query() query: Y`. */
export interface HandlerShape {
  readonly body: DtoClass | null;
  readonly query: DtoClass | null;
}

const known = new WeakMap<object, HandlerShape>();
const plainTypes: readonly unknown[] = [Object, String, Number, Boolean, Array, undefined];

export function handlerShape(controller: new (...args: never[]) => unknown, handler: { name: string }): HandlerShape {
  const cached = known.get(handler);
  if (cached) return cached;
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler.name) ?? []) as unknown[];
  const routeArguments = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) ?? {}) as Record<string, Argument>;
  const find = (kind: number): DtoClass | null => {
    const [, argument] =
      Object.entries(routeArguments).find(([key, { data }]) => key.startsWith(`${kind}:`) && data === undefined) ?? [];
    const type = argument && types[argument.index];
    return plainTypes.includes(type) ? null : (type as DtoClass);
  };
  const shape = { body: find(RouteParamtypes.BODY), query: find(RouteParamtypes.QUERY) };
  known.set(handler, shape);
  return shape;
}

interface Argument {
  readonly index: number;
  readonly data?: unknown;
}
