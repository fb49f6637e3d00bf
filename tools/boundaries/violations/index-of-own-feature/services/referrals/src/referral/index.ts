export { AcceptReferral } from './accept-referral.ts';
export { HoldCapacity } from '../capacity/index.ts';
export { EntitySchema } from 'typeorm';
export { HoldCapacity as Hold } from '../capacity/hold-capacity.ts';
