import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeOf, listOf, unrestricted, uuid, version } from '../fields.ts';
import { schemeItem } from './scheme-item.ts';

export const schemePublished = defineEvent({
  name: 'assessment.scheme.published',
  version: 1,
  owner: 'assessment',
  keyField: 'schemeId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '考核方案发布',
  titleEn: 'A version of a scheme was published: what counts, and how much',
  data: z.strictObject({
    schemeId: uuid('This version of the scheme (方案版本)'),
    schemeCode: unrestricted(codeOf('Scheme (方案编码)')),
    version: unrestricted(version('Version, from 1 (版本号)')),
    validFrom: unrestricted(businessDate('First day it holds (生效日期)')),
    items: unrestricted(listOf(schemeItem, 'Indicators, by code; their weights sum to 100 (指标)', 1)),
  }),
  examples: [
    {
      schemeId: example.schemeId,
      schemeCode: '370725-MONTH',
      version: 1,
      validFrom: '2026-01-01',
      items: [{ indicatorCode: 'CON-COV', weight: '100', scoring: 'LINEAR_UP', target: '0.5' }],
      ...exampleTimes,
    },
    {
      schemeId: exampleId(42),
      schemeCode: '370725-MONTH',
      version: 2,
      validFrom: '2026-06-01',
      items: [
        { indicatorCode: 'CON-COV', weight: '60', scoring: 'LINEAR_UP', target: '0.5' },
        { indicatorCode: 'COST-IP', weight: '40', scoring: 'LINEAR_DOWN', target: '5200.5' },
      ],
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: only assessment scores by a scheme; its results name the version',
});
