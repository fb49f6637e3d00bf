import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { Cache } from '@yigongti/cache';
import { InstitutionTree, Transactions } from '@yigongti/database';
import { Clock, Ids, Profile } from '@yigongti/kernel';
import { Broker } from '@yigongti/messaging';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.ts';
import type { ServiceDefinition } from '../definition.ts';
import { InstitutionProjection } from '../institutions/institution.projection.ts';
import { ProjectedInstitutionTree } from '../institutions/projected-institution-tree.ts';
import { OperationsModule } from '../operations/operations.module.ts';
import type { Infrastructure } from './infrastructure.ts';

/** What every service may inject: ports by their abstract class. */
@Module({})
export class HostModule {
  static of(definition: ServiceDefinition, infrastructure: Infrastructure): DynamicModule {
    const { transactions, dataSource, clock, ids, cache, broker, profile, settings } = infrastructure;
    const providers: Provider[] = [
      { provide: Transactions, useValue: transactions },
      { provide: DataSource, useValue: dataSource },
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: ids },
      { provide: Cache, useValue: cache },
      { provide: Broker, useValue: broker },
      { provide: Profile, useValue: profile },
      { provide: Settings, useValue: new Settings(settings) },
      { provide: InstitutionTree, useClass: ProjectedInstitutionTree },
      InstitutionProjection,
    ];
    return {
      module: HostModule,
      global: true,
      imports: [definition.module, OperationsModule.of(definition)],
      providers,
      exports: providers.map(tokenOf),
    };
  }
}

function tokenOf(provider: Provider) {
  return typeof provider === 'function' ? provider : provider.provide;
}
