import { bootService } from '@yigongti/service-host';
import { assessmentService } from './assessment.service.ts';

await bootService(assessmentService);
