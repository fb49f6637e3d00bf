import { bootService } from '@yigongti/service-host';
import { settlementService } from './settlement.service.ts';

await bootService(settlementService);
