export * from './enrolment-closed.v1.ts';
export * from './enrolment-opened.v1.ts';
export * from './task-cancelled.v1.ts';
export * from './task-completed.v1.ts';
export * from './task-opened.v1.ts';
export * from './task-referral-suggested.v1.ts';
export * from './value-sets.ts';
