import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';
import type { HouseholdAgreement } from './domain/household-agreement.ts';

/** Port: agreements of households. They never change; what becomes of them becomes of their contracts. */
export abstract class HouseholdAgreementRepository {
  abstract read(tx: Tx, householdAgreementId: Uuid): Promise<HouseholdAgreement | null>;

  /** Without an event of its own: the contracts that it makes say that they belong to it. */
  abstract insert(tx: Tx, agreement: HouseholdAgreement): Promise<void>;
}
