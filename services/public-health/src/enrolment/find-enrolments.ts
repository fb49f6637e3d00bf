import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, visibleSql } from '@yigongti/database';
import { refuse, Refused, type BusinessDate, type Caller, type Uuid } from '@yigongti/kernel';
import { enrolmentRefusals } from './domain/enrolment-refusals.ts';
import { enrolmentView, type EnrolmentView } from './enrolment-view.ts';
import { EnrolmentRepository } from './enrolment.repository.ts';

export interface EnrolmentFilter {
  readonly residentId?: Uuid;
  readonly programme?: string;
  readonly institutionCode?: string;
  /** Only those in care on that day. */
  readonly inCareOn?: BusinessDate;
  readonly limit: number;
  /** Id of the last enrolment shown. */
  readonly after: Uuid | null;
}

@Injectable()
export class FindEnrolments {
  constructor(
    private readonly transactions: Transactions,
    private readonly enrolments: EnrolmentRepository,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `public-health.enrolment.not-found`, also for another institution's enrolment */
  one(enrolmentId: Uuid, caller: Caller): Promise<EnrolmentView> {
    return this.transactions.run(async (tx) => {
      const enrolment = await this.enrolments.read(tx, enrolmentId);
      if (enrolment && (await this.tree.sees(tx, caller, enrolment.institutionCode))) return enrolmentView(enrolment);
      throw new Refused([refuse(enrolmentRefusals.notFound)]);
    });
  }

  /** In order of enrolling; one more than `limit` when there is more. */
  list(filter: EnrolmentFilter, caller: Caller): Promise<EnrolmentView[]> {
    return this.transactions.run(async (tx) => {
      const ids = await tx.query<{ enrolment_id: Uuid }[]>(
        `select enrolment_id from enrolment
         where ${visibleSql(caller, 'institution_code', 1)}
           and ($2::uuid is null or resident_id = $2) and ($3::text is null or programme = $3)
           and ($4::text is null or institution_code = $4)
           and ($5::date is null or (enrolled_on <= $5 and (closed_on is null or closed_on > $5)))
           and ($6::uuid is null or enrolment_id > $6)
         order by enrolment_id limit $7`,
        [
          caller.institutionCode,
          filter.residentId ?? null,
          filter.programme ?? null,
          filter.institutionCode ?? null,
          filter.inCareOn ?? null,
          filter.after,
          filter.limit + 1,
        ],
      );
      const enrolments = await this.enrolments.readAll(
        tx,
        ids.map((row) => row.enrolment_id),
      );
      return enrolments.map(enrolmentView);
    });
  }
}
