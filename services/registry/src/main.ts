import { bootService } from '@yigongti/service-host';
import { registryService } from './registry.service.ts';

await bootService(registryService);
