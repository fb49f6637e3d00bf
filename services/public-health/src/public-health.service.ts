import { defineService, defineSweep } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { consumers } from './consumers.ts';
import { dayListRefusals } from './day-list/index.ts';
import { enrolmentRefusals, enrolmentRow } from './enrolment/index.ts';
import { publicHealthProfile } from './profile.ts';
import { PublicHealthModule } from './public-health.module.ts';
import { OpenDueTasks } from './sweep/index.ts';
import { taskRefusals, taskRow } from './task/index.ts';

export const publicHealthService = defineService({
  name: 'public-health',
  schema: 'public_health',
  titleZh: '公共卫生任务',
  titleEn: 'Public-health tasks',
  module: PublicHealthModule,
  rows: [enrolmentRow, taskRow],
  migrations,
  consumers,
  access,
  examples: new URL('../openapi-examples.json', import.meta.url),
  profile: publicHealthProfile,
  refusals: [enrolmentRefusals, taskRefusals, dayListRefusals].flatMap((refusals) => Object.values(refusals)),
  // Before the first surgery: the day's work is on the list when the doctors come.
  sweeps: [defineSweep({ name: 'open-tasks', cron: '30 5 * * *', sweep: OpenDueTasks })],
});
