import { type DynamicModule, Module } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
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
      imports: [RouterModule.register([{ path: `${name}/v1`, module: OperationsModule }])],
      controllers: [CommandsController, EventsController],
      providers: [{ provide: DeclaredEvents, useValue: new DeclaredEvents(types) }],
    };
  }
}
