export { RecordVisit } from './record-visit.ts';
export { VisitController } from './visit.controller.ts';
