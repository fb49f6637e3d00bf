import { bootService } from '@yigongti/service-host';
import { referralsService } from './referrals.service.ts';

await bootService(referralsService);
