export { OpenDueTasks } from './open-due-tasks.ts';
export { SweepController } from './sweep.controller.ts';
