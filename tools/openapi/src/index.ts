export * from './document-faults.ts';
export * from './documents.ts';
export * from './problems-page.ts';
export * from './services.ts';
