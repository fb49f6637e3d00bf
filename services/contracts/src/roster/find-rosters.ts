import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, visibleSql, type Tx } from '@yigongti/database';
import {
  businessDateOf,
  Clock,
  Profile,
  refuse,
  Refused,
  throwIfRefused,
  type BusinessDate,
  type Caller,
  type Uuid,
} from '@yigongti/kernel';
import { priorityGroupsOn } from '../contract/index.ts';
import { PractitionerDirectory } from '../people/index.ts';
import type { ContractsProfile } from '../profile.ts';
import { rosterRefusals } from './roster-refusals.ts';
import type { PersonDays, Roster, RosterEntry } from './roster-view.ts';

interface Paging {
  readonly practitionerCode: string;
  readonly limit: number;
  /** Id of the last resident shown. */
  readonly after: Uuid | null;
}

export interface RosterQuery extends Paging {
  /** Today when absent. */
  readonly on?: BusinessDate;
}

export interface PersonDaysQuery extends Paging {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

type RosterRow = RosterEntry & { readonly birthDate: BusinessDate; readonly openProgrammes: readonly string[] };

/** Reads who is whose patient: on a day, or over a period. */
@Injectable()
export class FindRosters {
  constructor(
    private readonly transactions: Transactions,
    private readonly practitioners: PractitionerDirectory,
    private readonly tree: InstitutionTree,
    private readonly profile: Profile<ContractsProfile>,
    private readonly clock: Clock,
  ) {}

  /** In order of resident ids. @throws Refused `contracts.roster.doctor-not-found`, also for another institution's doctor */
  on(query: RosterQuery, caller: Caller): Promise<Roster> {
    const { practitionerCode, on = businessDateOf(this.clock.now()) } = query;
    const { panelLimitPersons, priorityAgeGroups } = this.profile.section;
    const ageGroups = priorityAgeGroups.valueAt(on);
    return this.transactions.run(async (tx) => {
      await this.#refuseForeign(tx, practitionerCode, caller);
      const mine = `leader_practitioner_code = $2 and in_force @> $3::date and ${visibleSql(caller, 'institution_code', 1)}`;
      const of = [caller.institutionCode, practitionerCode, on];
      const [all] = await tx.query<[{ persons: number }]>(`select count(*)::int as persons from contract where ${mine}`, of);
      const rows = await tx.query<RosterRow[]>(rosterSql(mine), [...of, query.after, query.limit + 1]);
      const entries = rows.map(({ birthDate, openProgrammes, ...entry }) => ({
        ...entry,
        priorityGroups: priorityGroupsOn(birthDate, openProgrammes, on, ageGroups),
      }));
      return { practitionerCode, on, persons: all.persons, panelLimitPersons: panelLimitPersons.valueAt(on), entries };
    });
  }

  /** In order of resident ids. @throws Refused `contracts.roster.doctor-not-found` or `contracts.roster.period-reversed` */
  personDays(query: PersonDaysQuery, caller: Caller): Promise<PersonDays> {
    const { practitionerCode, from, to } = query;
    throwIfRefused([from > to ? refuse(rosterRefusals.periodReversed, { parameters: { from, to } }) : null]);
    return this.transactions.run(async (tx) => {
      await this.#refuseForeign(tx, practitionerCode, caller);
      const days = daysSql(visibleSql(caller, 'institution_code', 1));
      const of = [caller.institutionCode, practitionerCode, from, to];
      const [total] = await tx.query<[{ persons: number; personDays: number }]>(
        `${days} select count(*)::int as persons, coalesce(sum(days), 0)::int as "personDays" from days`,
        of,
      );
      const entries = await tx.query<PersonDays['entries'][number][]>(
        `${days} select resident_id as "residentId", days::int from days where $5::uuid is null or resident_id > $5
         order by resident_id limit $6`,
        [...of, query.after, query.limit + 1],
      );
      return { practitionerCode, from, to, ...total, entries };
    });
  }

  async #refuseForeign(tx: Tx, practitionerCode: string, caller: Caller): Promise<void> {
    const institutionCode = await this.practitioners.institutionOf(tx, practitionerCode);
    if (institutionCode !== null && (await this.tree.sees(tx, caller, institutionCode))) return;
    throw new Refused([refuse(rosterRefusals.doctorNotFound)]);
  }
}

/** `mine` binds $1 to $3, the last of them the day. */
function rosterSql(mine: string): string {
  return `select c.resident_id as "residentId", c.contract_id as "contractId", c.team_code as "teamCode",
    c.institution_code as "institutionCode", r.home_institution_code as "homeInstitutionCode", r.birth_date as "birthDate",
    c.package_codes as "packageCodes", c.starts_on as "startsOn", c.ends_on as "endsOn",
    c.renewal_opens_on <= $3 and c.renewed_by_contract_id is null and c.terminated_on is null as "renewalDue",
    array(select distinct e.programme from enrolment e where e.resident_id = c.resident_id and e.enrolled_on <= $3
      and (e.closed_on is null or e.closed_on > $3)) as "openProgrammes",
    s.services, s."lastServiceOn"
  from contract c join resident r using (resident_id)
  cross join lateral (select count(*)::int as services, max(happened_on) as "lastServiceOn" from contract_service
    where contract_id = c.contract_id and happened_on <= $3) s
  where ${mine} and ($4::uuid is null or resident_id > $4) order by resident_id limit $5`;
}

/** A resident may have come back to the doctor by another contract: their days are one sum. */
function daysSql(visible: string): string {
  const within = `in_force * daterange($3, $4, '[]')`;
  return `with days as (select resident_id, sum(upper(${within}) - lower(${within})) as days from contract
    where leader_practitioner_code = $2 and in_force && daterange($3, $4, '[]') and ${visible} group by resident_id)`;
}
