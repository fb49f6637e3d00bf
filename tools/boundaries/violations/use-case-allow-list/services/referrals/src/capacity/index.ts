export { findCapacity as capacity } from './find-capacity.ts';
