import { Module } from '@nestjs/common';
import { Settings } from '@yigongti/service-host';
import {
  CatalogueController,
  FindCatalogues,
  ImportCatalogues,
  CatalogueRepository,
  StoredCatalogues,
  TypeormCatalogueRepository,
} from './catalogue/index.ts';
import type { RegistrySettings } from './config.ts';
import {
  EncounterController,
  FindEncounters,
  ImportEncounters,
  EncounterRepository,
  TypeormEncounterRepository,
} from './encounter/index.ts';
import {
  FindInstitutions,
  ImportInstitutions,
  InstitutionController,
  InstitutionRepository,
  StoredInstitutions,
  TypeormInstitutionRepository,
} from './institution/index.ts';
import {
  FindPractitioners,
  ImportPractitioners,
  PractitionerController,
  PractitionerRepository,
  StoredPractitioners,
  TypeormPractitionerRepository,
} from './practitioner/index.ts';
import {
  AesNationalIdVault,
  FindResidents,
  ImportResidents,
  NationalIdVault,
  ResidentController,
  ResidentRepository,
  StoredResidents,
  TypeormResidentRepository,
} from './resident/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [InstitutionController, PractitionerController, CatalogueController, ResidentController, EncounterController],
  providers: [
    {
      provide: NationalIdVault,
      inject: [Settings],
      useFactory: ({ values }: Settings<RegistrySettings>) =>
        new AesNationalIdVault(values.NATIONAL_ID_KEYS, values.NATIONAL_ID_INDEX_KEYS),
    },
    { provide: CatalogueRepository, useClass: TypeormCatalogueRepository },
    { provide: EncounterRepository, useClass: TypeormEncounterRepository },
    { provide: InstitutionRepository, useClass: TypeormInstitutionRepository },
    { provide: PractitionerRepository, useClass: TypeormPractitionerRepository },
    { provide: ResidentRepository, useClass: TypeormResidentRepository },
    StoredInstitutions,
    StoredPractitioners,
    StoredCatalogues,
    StoredResidents,
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
