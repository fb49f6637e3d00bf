/** The value sets of the events, as the domain names them. */
export type AppealReason = 'FACTS_MISSING' | 'FACTS_WRONG' | 'WRONG_INSTITUTION' | 'EXCLUSION_MISSED' | 'OTHER';
export type AppealDecided = 'UPHELD' | 'DISMISSED';
export type AppealState = 'SUBMITTED' | 'WITHDRAWN' | AppealDecided;
export type AppealGrounds = 'EVIDENCE_CONFIRMED' | 'COUNTED_ANEW' | 'EVIDENCE_INSUFFICIENT' | 'COUNTED_BY_RULE';

export const upheldGrounds = ['EVIDENCE_CONFIRMED', 'COUNTED_ANEW'] as const satisfies readonly AppealGrounds[];
export const dismissedGrounds = ['EVIDENCE_INSUFFICIENT', 'COUNTED_BY_RULE'] as const satisfies readonly AppealGrounds[];
