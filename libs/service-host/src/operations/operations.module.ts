import { Controller, type DynamicModule, Module, type Type } from '@nestjs/common';
import type { ServiceDefinition } from '../definition.ts';
import { CommandsController } from './commands.controller.ts';
import { DeclaredEvents } from './declared-events.ts';
import { EventsController } from './events.controller.ts';

/** The routes that every service has below its prefix. */
@Module({})
export class OperationsModule {
  static of({ name, consumers }: ServiceDefinition): DynamicModule {
    const types = [...new Set(consumers.map(({ definition }) => definition.type))].sort();
    return {
      module: OperationsModule,
      controllers: [under(`${name}/v1/commands`, CommandsController), under(`${name}/v1/events`, EventsController)],
      providers: [{ provide: DeclaredEvents, useValue: new DeclaredEvents(types) }],
    };
  }
}

/**
 * The controller at a path of one service's own. Not by `RouterModule`: it works in its constructor, which Nest's preview, where the
 * documents are made, never calls.
 */
function under(path: string, base: Type<object>): Type<object> {
  const placed = class extends base {};
  Object.defineProperty(placed, 'name', { value: base.name });
  Controller(path)(placed);
  return placed;
}
