export { ClockSweep } from './clock-sweep.ts';
export { ExpireReferrals } from './expire-referrals.ts';
export { MarkNoShows } from './mark-no-shows.ts';
export { SweepController } from './sweep.controller.ts';
