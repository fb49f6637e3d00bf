import { Injectable } from '@nestjs/common';
import { insertStatement, type Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';
import type { HouseholdAgreement } from '../domain/household-agreement.ts';
import { HouseholdAgreementRepository } from '../household-agreement.repository.ts';
import { householdAgreementRow } from './household-agreement.row.ts';

@Injectable()
export class TypeormHouseholdAgreementRepository extends HouseholdAgreementRepository {
  override read(tx: Tx, householdAgreementId: Uuid): Promise<HouseholdAgreement | null> {
    return tx.findOne(householdAgreementRow, { where: { householdAgreementId } });
  }

  override async insert(tx: Tx, agreement: HouseholdAgreement): Promise<void> {
    const alreadySignedResidentIds = [...agreement.alreadySignedResidentIds];
    const { text, parameters } = insertStatement(householdAgreementRow, { ...agreement, alreadySignedResidentIds });
    await tx.query(text, [...parameters]);
  }
}
