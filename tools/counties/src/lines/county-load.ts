import { catalogueLines, type CatalogueLine } from './catalogues.ts';
import type { County } from '../county.ts';
import { institutionLines, type InstitutionLine } from './institutions.ts';
import { policyPackages, schemeLines, type PolicyPackage, type SchemeLine } from './policies.ts';
import { practitionerLines, type PractitionerLine } from './practitioners.ts';

/** What a county is loaded with before its people: in the order in which it must be sent. */
export interface CountyLoad {
  readonly institutions: readonly InstitutionLine[];
  readonly practitioners: readonly PractitionerLine[];
  readonly catalogues: readonly CatalogueLine[];
  readonly policies: readonly PolicyPackage[];
  readonly schemes: readonly SchemeLine[];
}

export function countyLoad(county: County): CountyLoad {
  return {
    institutions: institutionLines(county),
    practitioners: practitionerLines(county),
    catalogues: catalogueLines(county),
    policies: policyPackages(county),
    schemes: schemeLines(county),
  };
}
