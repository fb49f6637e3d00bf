export { walkInRefusals } from './domain/walk-in-refusals.ts';
export { EndWalkIn } from './end-walk-in.ts';
export { TypeormWalkInRepository } from './persistence/typeorm-walk-in.repository.ts';
export { walkInRow } from './persistence/walk-in.row.ts';
export { RegisterWalkIn } from './register-walk-in.ts';
export { WalkInController } from './walk-in.controller.ts';
export { WalkInRepository } from './walk-in.repository.ts';
