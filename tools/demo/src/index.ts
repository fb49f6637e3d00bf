export * from './county/index.ts';
export { MonthPlan } from './plan/month-plan.ts';
export { reportSchema, type Report } from './report/schema.ts';
export { eventIn, readTopics, type TopicEvent } from './topics/event-reader.ts';
