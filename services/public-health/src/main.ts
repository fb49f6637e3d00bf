import { bootService } from '@yigongti/service-host';
import { publicHealthService } from './public-health.service.ts';

await bootService(publicHealthService);
