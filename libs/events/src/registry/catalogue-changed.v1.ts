import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleDigest, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeOf, digest, listOf, unrestricted, uuid, version } from '../fields.ts';
import { catalogueEntry } from './catalogue-entry.ts';

export const catalogueChanged = defineEvent({
  name: 'registry.catalogue.changed',
  version: 1,
  owner: 'registry',
  keyField: 'catalogueId',
  topicKind: 'state',
  status: 'draft',
  titleZh: '目录版本',
  titleEn: 'A catalogue of codes as it now stands, whole',
  data: z.strictObject({
    catalogueId: uuid('Catalogue (目录)'),
    catalogueCode: unrestricted(codeOf('Which catalogue (目录编码)')),
    version: version('Version of its content, from 1 (版本号)'),
    validFrom: businessDate('First day this version holds (生效日期)'),
    entries: listOf(catalogueEntry, 'Every code of the version, by code (条目)'),
    digest: digest('SHA-256 of the entries in canonical JSON (摘要)'),
  }),
  examples: [
    {
      catalogueId: exampleId(120),
      catalogueCode: 'DIP-GROUP',
      version: 1,
      validFrom: '2026-01-01',
      entries: [],
      digest: exampleDigest,
      ...exampleTimes,
    },
    {
      catalogueId: exampleId(120),
      catalogueCode: 'DIP-GROUP',
      version: 2,
      validFrom: '2026-01-01',
      entries: [
        {
          code: 'I10-CONSERVATIVE',
          nameZh: '原发性高血压 保守治疗',
          nameEn: null,
          attributes: { score: '412.5', primaryCare: 'true' },
        },
        { code: 'E11-CONSERVATIVE', nameZh: '2型糖尿病 保守治疗', nameEn: 'type 2 diabetes, conservative', attributes: {} },
      ],
      digest: exampleDigest,
      ...lateTimes,
    },
  ],
});
