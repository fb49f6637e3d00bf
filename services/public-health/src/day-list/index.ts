export { DayListController } from './day-list.controller.ts';
export { dayListRefusals } from './day-list-refusals.ts';
export { FindDayList } from './find-day-list.ts';
