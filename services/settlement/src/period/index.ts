export { ClosedMonths, HeldCalendar, type PoolOwner } from './closed-months.ts';
export { TypeormClosedMonths } from './persistence/typeorm-closed-months.ts';
