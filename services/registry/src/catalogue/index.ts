export { catalogueRefusals } from './catalogue-refusals.ts';
export { CatalogueController } from './catalogue.controller.ts';
export { FindCatalogues } from './find-catalogues.ts';
export { ImportCatalogues } from './import-catalogues.ts';
export { catalogueRow } from './persistence/catalogue.row.ts';
