export type { SchemeItem, SchemeScoring } from './domain/scheme-proposal.ts';
export { schemeRefusals } from './domain/scheme-refusals.ts';
export type { Scheme } from './domain/scheme.ts';
export { FindSchemes } from './find-schemes.ts';
export { TypeormSchemeRepository } from './persistence/typeorm-scheme.repository.ts';
export { schemeRow } from './persistence/scheme.row.ts';
export { PublishScheme } from './publish-scheme.ts';
export { SchemeController } from './scheme.controller.ts';
export { SchemeRepository } from './scheme.repository.ts';
