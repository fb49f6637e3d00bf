import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleDigest, exampleTimes, lateTimes } from '../example-values.ts';
import { digest, listOf, period, uuid, version } from '../fields.ts';
import { indicatorValue, institutionScore } from './result-lines.ts';

export const resultFrozen = defineEvent({
  name: 'assessment.result.frozen',
  version: 1,
  owner: 'assessment',
  keyField: 'resultId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '考核结果冻结',
  titleEn: 'The result of a period was frozen; money uses nothing else',
  data: z.strictObject({
    resultId: uuid('Result (考核结果)'),
    period: period('Period: a month, a half-year or a year (考核周期)'),
    schemeId: uuid('Version of the scheme (方案版本)'),
    resultVersion: version('1 at first; a reopened period makes the next one (结果版本)'),
    scores: listOf(institutionScore, 'Scores, by institution (得分)'),
    indicators: listOf(indicatorValue, 'Indicator values they rest on, by code and institution (指标值)'),
    digest: digest('SHA-256 of scores and indicators in canonical JSON (摘要)'),
  }),
  examples: [
    {
      resultId: example.resultId,
      period: '2026-06',
      schemeId: example.schemeId,
      resultVersion: 1,
      scores: [],
      indicators: [],
      digest: exampleDigest,
      ...exampleTimes,
    },
    {
      resultId: example.resultId,
      period: '2026-06',
      schemeId: example.schemeId,
      resultVersion: 1,
      scores: [
        { institutionCode: example.hospital, score: '86.40', coefficient: '0.96' },
        { institutionCode: example.township, score: '93.25', coefficient: '1' },
      ],
      indicators: [
        { code: 'CON-COV', institutionCode: example.township, numerator: '1204', denominator: '2310', value: '0.521212121212' },
        { code: 'REF-LOOP', institutionCode: example.hospital, numerator: '0', denominator: '0', value: null },
      ],
      digest: exampleDigest,
      ...lateTimes,
    },
  ],
});
