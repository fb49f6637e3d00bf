export { ClearMonth } from './clear-month.ts';
export { ClearingSources } from './clearing-sources.ts';
export { runRefusals } from './domain/run-refusals.ts';
export { pointValueYuan, roundingOf, shareOut, sharingPoints } from './domain/share-out.ts';
export { FindRuns } from './find-runs.ts';
export { runRow } from './persistence/run.row.ts';
export { TypeormRunRepository } from './persistence/typeorm-run.repository.ts';
export { RunController } from './run.controller.ts';
export { RunRepository } from './run.repository.ts';
