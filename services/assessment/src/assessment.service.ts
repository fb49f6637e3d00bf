import { defineService } from '@yigongti/service-host';
import { migrations } from '../migrations/index.ts';
import { access } from './access.ts';
import { AssessmentModule } from './assessment.module.ts';
import { appealRefusals, appealRow } from './appeal/index.ts';
import { consumers } from './consumers.ts';
import { indicatorRefusals } from './indicator/index.ts';
import { assessmentProfile } from './profile.ts';
import {
  resultCorrectionRow,
  resultIndicatorRow,
  resultRefusals,
  resultRow,
  resultScoreRow,
  resultSubjectRow,
} from './result/index.ts';
import { schemeRefusals, schemeRow } from './scheme/index.ts';

export const assessmentService = defineService({
  name: 'assessment',
  schema: 'assessment',
  titleZh: '绩效考核',
  titleEn: 'Assessment',
  module: AssessmentModule,
  rows: [schemeRow, resultRow, resultScoreRow, resultIndicatorRow, resultSubjectRow, resultCorrectionRow, appealRow],
  migrations,
  consumers,
  access,
  examples: new URL('../openapi-examples.json', import.meta.url),
  profile: assessmentProfile,
  refusals: [
    ...Object.values(indicatorRefusals),
    ...Object.values(schemeRefusals),
    ...Object.values(resultRefusals),
    ...Object.values(appealRefusals),
  ],
});
