export { findCapacity } from './find-capacity.ts';
