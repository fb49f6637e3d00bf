import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type BusinessDate } from '@yigongti/kernel';
import { practitionerRow, type PractitionerRow } from './persistence/practitioner.row.ts';
import { practitionerRefusals } from './practitioner-refusals.ts';

export interface PractitionerView {
  readonly practitionerId: string;
  readonly practitionerCode: string;
  readonly institutionCode: string;
  readonly role: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface PractitionerFilter {
  readonly institutionCode?: string;
  readonly role?: string;
  readonly limit: number;
  /** Code of the last practitioner shown. */
  readonly after: string | null;
}

@Injectable()
export class FindPractitioners {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refused `registry.practitioner.not-found` */
  one(practitionerCode: string): Promise<PractitionerView> {
    return this.transactions.run(async (tx) => {
      const row = await tx.findOne(practitionerRow, { where: { practitionerCode } });
      if (row) return practitionerView(row);
      throw new Refused([refuse(practitionerRefusals.notFound)]);
    });
  }

  /** By code; one more than `limit` when there is more. */
  list(filter: PractitionerFilter): Promise<PractitionerView[]> {
    return this.transactions.run(async (tx) => {
      const rows = await tx
        .createQueryBuilder(practitionerRow, 'practitioner')
        .where('(:institution::text is null or institution_code = :institution)', { institution: filter.institutionCode ?? null })
        .andWhere('(:role::text is null or role = :role)', { role: filter.role ?? null })
        .andWhere('(:after::text is null or practitioner_code > :after)', { after: filter.after })
        .orderBy('practitioner.practitionerCode')
        .limit(filter.limit + 1)
        .getMany();
      return rows.map(practitionerView);
    });
  }
}

function practitionerView({ sourceVersion, digest, ...row }: PractitionerRow): PractitionerView {
  return { ...row, allowedActions: [] };
}
