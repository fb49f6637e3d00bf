import { bootService } from '@yigongti/service-host';
import { contractsService } from './contracts.service.ts';

await bootService(contractsService);
