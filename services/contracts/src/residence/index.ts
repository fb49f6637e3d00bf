export { ResidentProjection } from './resident.consumer.ts';
