import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type BusinessDate } from '@yigongti/kernel';
import { institutionRefusals } from './institution-refusals.ts';
import { institutionRow, type InstitutionRow } from './persistence/institution.row.ts';

/** An institution as clients see it: who it is and where it stands in the tree. Nothing in it is confidential. */
export interface InstitutionView {
  readonly institutionId: string;
  readonly institutionCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: string;
  readonly kind: string;
  readonly settlementLevel: string | null;
  readonly parentCode: string | null;
  readonly consortiumCode: string | null;
  readonly consortiumLead: boolean;
  readonly divisionCode: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface InstitutionFilter {
  readonly level?: string;
  readonly kind?: string;
  readonly parentCode?: string;
  readonly consortiumCode?: string;
  readonly limit: number;
  /** Code of the last institution shown. */
  readonly after: string | null;
}

@Injectable()
export class FindInstitutions {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refused `registry.institution.not-found` */
  one(institutionCode: string): Promise<InstitutionView> {
    return this.transactions.run(async (tx) => {
      const row = await tx.findOne(institutionRow, { where: { institutionCode } });
      if (row) return institutionView(row);
      throw new Refused([refuse(institutionRefusals.notFound)]);
    });
  }

  /** By code; one more than `limit` when there is more. */
  list(filter: InstitutionFilter): Promise<InstitutionView[]> {
    return this.transactions.run(async (tx) => {
      const rows = await tx
        .createQueryBuilder(institutionRow, 'institution')
        .where('(:level::text is null or level = :level)', { level: filter.level ?? null })
        .andWhere('(:kind::text is null or kind = :kind)', { kind: filter.kind ?? null })
        .andWhere('(:parent::text is null or parent_code = :parent)', { parent: filter.parentCode ?? null })
        .andWhere('(:consortium::text is null or consortium_code = :consortium)', { consortium: filter.consortiumCode ?? null })
        .andWhere('(:after::text is null or code > :after)', { after: filter.after })
        .orderBy('institution.institutionCode')
        .limit(filter.limit + 1)
        .getMany();
      return rows.map(institutionView);
    });
  }
}

function institutionView({ sourceVersion, digest, ...row }: InstitutionRow): InstitutionView {
  return { ...row, allowedActions: [] };
}
