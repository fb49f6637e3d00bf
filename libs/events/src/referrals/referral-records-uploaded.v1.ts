import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleDigest, exampleTimes, lateTimes } from '../example-values.ts';
import { block, codeFrom, digest, listOf, orNull, sourceNumber } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { recordType } from './reasons.ts';

export const referralRecordsUploaded = defineEvent({
  name: 'referrals.referral.records-uploaded',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '上传病历',
  titleEn: 'The sender added documents; the state stays',
  data: z.strictObject({
    ...referralHead,
    documents: listOf(
      block(
        {
          documentNo: sourceNumber("Its number in the sender's system (文书编号)"),
          typeCode: codeFrom(recordType, 'Kind of document (文书类型)'),
          digest: orNull(digest('SHA-256 of its bytes, where the sender gave it (摘要)')),
        },
        'Document (文书)',
      ),
      'Documents added (新增文书)',
      1,
    ),
  }),
  examples: [
    { ...exampleUp, documents: [{ documentNo: 'ZZ-0017', typeCode: 'HSDC00.05', digest: null }], ...exampleTimes },
    {
      ...exampleUp,
      documents: [
        { documentNo: 'JY-3301', typeCode: 'HSDC00.09', digest: exampleDigest },
        { documentNo: 'CF-2210', typeCode: 'HSDC00.11', digest: null },
      ],
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
