import { Injectable } from '@nestjs/common';
import { Transactions, visibleSql } from '@yigongti/database';
import { formatInstant, Clock, type BusinessDate, type Caller, type Uuid } from '@yigongti/kernel';
import { ContractDesk } from './contract-desk.ts';
import { contractView, type ContractView } from './contract-view.ts';
import { ContractRepository } from './contract.repository.ts';

export interface ContractFilter {
  readonly residentId?: Uuid;
  readonly teamId?: Uuid;
  readonly institutionCode?: string;
  /** Only contracts in force on that day. */
  readonly inForceOn?: BusinessDate;
  readonly limit: number;
  /** Id of the last contract shown. */
  readonly after: Uuid | null;
}

@Injectable()
export class FindContracts {
  constructor(
    private readonly transactions: Transactions,
    private readonly contracts: ContractRepository,
    private readonly desk: ContractDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `contracts.contract.not-found`, also for another institution's contract */
  one(contractId: Uuid, caller: Caller): Promise<ContractView> {
    return this.transactions.run(async (tx) =>
      contractView(await this.desk.show(tx, contractId, caller), formatInstant(this.clock.now())),
    );
  }

  /** In order of signing; one more than `limit` when there is more. */
  list(filter: ContractFilter, caller: Caller): Promise<ContractView[]> {
    return this.transactions.run(async (tx) => {
      const ids = await tx.query<{ contract_id: Uuid }[]>(
        `select contract_id from contract
         where (${visibleSql(caller, 'institution_code', 1)} or resident_id in (
             select resident_id from resident where home_institution_code in (select institution_subtree($1::text))))
           and ($2::uuid is null or resident_id = $2) and ($3::uuid is null or team_id = $3)
           and ($4::text is null or institution_code = $4) and ($5::date is null or in_force @> $5::date)
           and ($6::uuid is null or contract_id > $6)
         order by contract_id limit $7`,
        [
          caller.institutionCode,
          filter.residentId ?? null,
          filter.teamId ?? null,
          filter.institutionCode ?? null,
          filter.inForceOn ?? null,
          filter.after,
          filter.limit + 1,
        ],
      );
      const now = formatInstant(this.clock.now());
      const contracts = await this.contracts.readAll(
        tx,
        ids.map((row) => row.contract_id),
      );
      return contracts.map((contract) => contractView(contract, now));
    });
  }
}
