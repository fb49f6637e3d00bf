export { FindWork, worklistRefusals } from './find-work.ts';
export { WorklistController } from './worklist.controller.ts';
