export { HoldCapacity } from './hold-capacity.ts';
