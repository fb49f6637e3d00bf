import { capacityRow, HoldCapacity, TypeormCapacityRepository as Adapter } from '../capacity/index.ts';

export const used = [capacityRow, HoldCapacity, Adapter];
