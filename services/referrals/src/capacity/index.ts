export { CapacityController } from './capacity.controller.ts';
export { CapacityHolds } from './capacity-holds.ts';
export { CapacityRepository } from './capacity.repository.ts';
export { capacityRefusals } from './domain/capacity-refusals.ts';
export { FindCapacities } from './find-capacities.ts';
export { OpenCapacity } from './open-capacity.ts';
export { capacityRow } from './persistence/capacity.row.ts';
export { TypeormCapacityRepository } from './persistence/typeorm-capacity.repository.ts';
