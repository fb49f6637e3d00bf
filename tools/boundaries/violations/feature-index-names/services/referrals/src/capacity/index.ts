export { CapacityController } from './capacity.controller.ts';
export { HoldCapacity } from './hold-capacity.ts';
export * from './persistence/capacity.row.ts';
export { Adapter as TypeormCapacityRepository } from './persistence/typeorm-capacity.repository.ts';
