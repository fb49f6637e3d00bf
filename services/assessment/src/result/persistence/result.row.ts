import type { ExplanationStep } from '@yigongti/kernel';
import { EntitySchema } from 'typeorm';

/** Table `result`, one row a result; its lines are rows of their own that never change. */
export interface ResultRow {
  resultId: string;
  period: string;
  schemeId: string;
  resultVersion: number;
  supersedesResultId: string | null;
  state: string;
  decidesMoney: boolean;
  institutionCount: number;
  profileVersion: string;
  digest: string;
  publishedAt: Date | string;
  frozenAt: Date | string | null;
  version: number;
}

export interface ResultScoreRow {
  resultId: string;
  institutionCode: string;
  score: string;
  coefficient: string;
  rectification: boolean;
  excludedCodes: readonly string[];
  steps: readonly ExplanationStep[];
}

export interface ResultIndicatorRow {
  resultId: string;
  code: string;
  institutionCode: string;
  numerator: string;
  denominator: string;
  value: string | null;
}

export interface ResultSubjectRow {
  resultId: string;
  institutionCode: string;
  peerGroup: string;
}

export interface ResultCorrectionRow {
  resultId: string;
  appealId: string;
  code: string;
  institutionCode: string;
  numeratorBefore: string;
  denominatorBefore: string;
  numerator: string;
  denominator: string;
}

const resultId = { name: 'result_id', type: 'uuid', primary: true } as const;
const institutionCode = { name: 'institution_code', type: 'text', primary: true } as const;

export const resultRow = new EntitySchema<ResultRow>({
  name: 'result',
  columns: {
    resultId,
    period: { type: 'text' },
    schemeId: { name: 'scheme_id', type: 'uuid' },
    resultVersion: { name: 'result_version', type: 'int' },
    supersedesResultId: { name: 'supersedes_result_id', type: 'uuid', nullable: true },
    state: { type: 'text' },
    decidesMoney: { name: 'decides_money', type: 'boolean' },
    institutionCount: { name: 'institution_count', type: 'int' },
    profileVersion: { name: 'profile_version', type: 'text' },
    digest: { type: 'text' },
    publishedAt: { name: 'published_at', type: 'timestamptz' },
    frozenAt: { name: 'frozen_at', type: 'timestamptz', nullable: true },
    version: { type: 'int' },
  },
});

export const resultScoreRow = new EntitySchema<ResultScoreRow>({
  name: 'result_score',
  columns: {
    resultId,
    institutionCode,
    score: { type: 'numeric' },
    coefficient: { type: 'numeric' },
    rectification: { type: 'boolean' },
    excludedCodes: { name: 'excluded_codes', type: 'text', array: true },
    steps: { type: 'json' },
  },
});

export const resultIndicatorRow = new EntitySchema<ResultIndicatorRow>({
  name: 'result_indicator',
  columns: {
    resultId,
    code: { type: 'text', primary: true },
    institutionCode,
    numerator: { type: 'numeric' },
    denominator: { type: 'numeric' },
    value: { type: 'numeric', nullable: true },
  },
});

export const resultSubjectRow = new EntitySchema<ResultSubjectRow>({
  name: 'result_subject',
  columns: { resultId, institutionCode, peerGroup: { name: 'peer_group', type: 'text' } },
});

export const resultCorrectionRow = new EntitySchema<ResultCorrectionRow>({
  name: 'result_correction',
  columns: {
    resultId,
    code: { type: 'text', primary: true },
    institutionCode,
    appealId: { name: 'appeal_id', type: 'uuid' },
    numeratorBefore: { name: 'numerator_before', type: 'numeric' },
    denominatorBefore: { name: 'denominator_before', type: 'numeric' },
    numerator: { type: 'numeric' },
    denominator: { type: 'numeric' },
  },
});
