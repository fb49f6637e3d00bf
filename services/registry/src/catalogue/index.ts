export { catalogueRefusals } from './catalogue-refusals.ts';
export { CatalogueController } from './catalogue.controller.ts';
export { CatalogueRepository } from './catalogue.repository.ts';
export { FindCatalogues } from './find-catalogues.ts';
export { ImportCatalogues } from './import-catalogues.ts';
export { catalogueRow } from './persistence/catalogue.row.ts';
export { StoredCatalogues } from './persistence/stored-catalogues.ts';
export { TypeormCatalogueRepository } from './persistence/typeorm-catalogue.repository.ts';
