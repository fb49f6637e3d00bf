export { EndCare } from './end-care.ts';
export { HandOverCare } from './hand-over-care.ts';
export { ResidentProjection } from './resident.consumer.ts';
