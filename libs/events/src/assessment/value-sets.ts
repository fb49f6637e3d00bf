import type { ValueSet } from '../value-set.ts';

/** How an indicator's value becomes points of its weight. */
export const scoring = {
  LINEAR_UP: { zh: '正向线性', en: 'weight times value over target, at most the weight' },
  LINEAR_DOWN: { zh: '逆向线性', en: 'weight times target over value, at most the weight' },
} as const satisfies ValueSet;

/** Why an institution appeals against a line of a published result. */
export const appealReason = {
  FACTS_MISSING: { zh: '数据漏报或迟报', en: 'facts are missing or came late' },
  FACTS_WRONG: { zh: '数据有误', en: 'facts are wrong' },
  WRONG_INSTITUTION: { zh: '归属机构有误', en: 'facts belong to another institution' },
  EXCLUSION_MISSED: { zh: '应排除而未排除', en: 'what should be left out was counted' },
  OTHER: { zh: '其他', en: 'other' },
} as const satisfies ValueSet;

export const appealDecision = {
  UPHELD: { zh: '申诉成立', en: 'upheld: the line is put right in the next version of the result' },
  DISMISSED: { zh: '申诉不成立', en: 'dismissed: the line stays' },
} as const satisfies ValueSet;

/** What a decision on an appeal rests on. */
export const appealGrounds = {
  EVIDENCE_CONFIRMED: { zh: '证据属实', en: 'the evidence was confirmed' },
  COUNTED_ANEW: { zh: '按最新数据重新计算', en: 'to be counted anew from the facts as they are known then' },
  EVIDENCE_INSUFFICIENT: { zh: '证据不足', en: 'the evidence does not show it' },
  COUNTED_BY_RULE: { zh: '按口径计算无误', en: 'counted as the definition says' },
} as const satisfies ValueSet;
