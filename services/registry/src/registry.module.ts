import { Module } from '@nestjs/common';
import { Settings } from '@yigongti/service-host';
import { CatalogueController, FindCatalogues, ImportCatalogues } from './catalogue/index.ts';
import type { RegistrySettings } from './config.ts';
import { EncounterController, FindEncounters, ImportEncounters } from './encounter/index.ts';
import { FindInstitutions, ImportInstitutions, InstitutionController } from './institution/index.ts';
import { FindPractitioners, ImportPractitioners, PractitionerController } from './practitioner/index.ts';
import { AesNationalIdVault, FindResidents, ImportResidents, NationalIdVault, ResidentController } from './resident/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [InstitutionController, PractitionerController, CatalogueController, ResidentController, EncounterController],
  providers: [
    {
      provide: NationalIdVault,
      inject: [Settings],
      useFactory: ({ values }: Settings<RegistrySettings>) => new AesNationalIdVault(values.NATIONAL_ID_KEYS, values.NATIONAL_ID_INDEX_KEYS),
    },
    ImportInstitutions,
    FindInstitutions,
    ImportPractitioners,
    FindPractitioners,
    ImportCatalogues,
    FindCatalogues,
    ImportResidents,
    FindResidents,
    ImportEncounters,
    FindEncounters,
  ],
})
export class RegistryModule {}
