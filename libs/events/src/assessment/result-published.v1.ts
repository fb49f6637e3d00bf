import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleDigest, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { count, digest, period, uuid, version } from '../fields.ts';

export const resultPublished = defineEvent({
  name: 'assessment.result.published',
  version: 1,
  owner: 'assessment',
  keyField: 'resultId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '考核结果公布',
  titleEn: 'The result of a period was published and may be appealed against',
  data: z.strictObject({
    resultId: uuid('Result (考核结果)'),
    period: period('Period: a month, a half-year or a year (考核周期)'),
    schemeId: uuid('Version of the scheme (方案版本)'),
    resultVersion: version('1 at first; a reopened period makes the next one (结果版本)'),
    institutionCount: count('Institutions scored (机构数)', 'institutions'),
    digest: digest('SHA-256 of scores and indicators in canonical JSON (摘要)'),
  }),
  examples: [
    {
      resultId: example.resultId,
      period: '2026-06',
      schemeId: example.schemeId,
      resultVersion: 1,
      institutionCount: 0,
      digest: exampleDigest,
      ...exampleTimes,
    },
    {
      resultId: exampleId(43),
      period: '2026-06',
      schemeId: example.schemeId,
      resultVersion: 2,
      institutionCount: 14,
      digest: exampleDigest,
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: money waits for the frozen result',
});
