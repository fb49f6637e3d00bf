export { CatalogueProjection } from './catalogue.consumer.ts';
export { GroupCatalogues, type CatalogueEntry } from './group-catalogues.ts';
export { TypeormGroupCatalogues } from './persistence/typeorm-group-catalogues.ts';
