export { ClearYear } from './clear-year.ts';
export { yearRefusals } from './domain/year-refusals.ts';
export { FindYears } from './find-years.ts';
export { TypeormYearRepository } from './persistence/typeorm-year.repository.ts';
export { yearRow } from './persistence/year.row.ts';
export { YearSources } from './year-sources.ts';
export { YearController } from './year.controller.ts';
export { YearRepository } from './year.repository.ts';
