import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { Caller, Uuid } from '@yigongti/kernel';
import { GroupCatalogues } from '../catalogue/index.ts';
import { ClaimRepository, yearKey, yearOf, type KnownLists, type PatientYear, type SettlementList } from '../claim/index.ts';
import { InsuredDirectory } from '../insured/index.ts';
import { ClosedMonths } from '../period/index.ts';
import { PolicyRepository, readGroups, type GroupCatalogue, type Policy } from '../policy/index.ts';
import { ChunkFacts, type PolicyInForce } from './chunk-facts.ts';

/** Reads what a chunk of lists is judged by: a fixed number of statements, however many lines. */
@Injectable()
export class GatherFacts {
  /** A version of a catalogue never changes, so that what was read once holds. */
  readonly #catalogues = new Map<string, GroupCatalogue>();

  constructor(
    private readonly claims: ClaimRepository,
    private readonly insured: InsuredDirectory,
    private readonly policies: PolicyRepository,
    private readonly groups: GroupCatalogues,
    private readonly months: ClosedMonths,
  ) {}

  async execute(tx: Tx, lists: readonly SettlementList[], caller: Caller): Promise<ChunkFacts> {
    const codes = [...new Set(lists.map((list) => list.institutionCode))];
    const named = [...new Set(lists.map((list) => list.residentId))];
    const numbers = lists.flatMap((list) => list.referralNo ?? []);
    // Held in this order by everyone: calendar, years, lists; and before anything is read that another import may write.
    const calendar = await this.months.hold(tx, await this.claims.consortiaOf(tx, lists));
    const residents = await this.insured.residents(tx, named);
    const years = await this.claims.holdYears(tx, lists.filter((list) => residents.has(list.residentId)).map(yearOf));
    const known = await this.claims.holdLists(tx, lists);
    return new ChunkFacts({
      calendar,
      known,
      residents,
      years: await this.#withYearsOf(tx, known, years),
      billers: await this.claims.billers(tx, codes, caller),
      contracts: await this.insured.contracts(tx, named),
      referrals: numbers.length === 0 ? [] : await this.insured.referrals(tx, named, numbers),
      policies: await this.#policiesFor(tx, lists),
      stays: await this.claims.staysOf(tx, referredIn(lists)),
    });
  }

  /** A correction may name another person, or another year: what it replaces counts in the former one. */
  async #withYearsOf(tx: Tx, { standing }: KnownLists, years: Map<string, PatientYear>): Promise<Map<string, PatientYear>> {
    const others = [...standing.values()].map(({ list }) => yearOf(list)).filter((year) => !years.has(yearKey(year)));
    return others.length === 0 ? years : new Map([...years, ...(await this.claims.holdYears(tx, others))]);
  }

  async #policiesFor(tx: Tx, lists: readonly SettlementList[]): Promise<PolicyInForce[]> {
    const days = lists.map((list) => list.dischargedOn).sort();
    const inForce: PolicyInForce[] = [];
    for (const policy of await this.policies.inForce(tx, days[0]!, days.at(-1)!)) {
      inForce.push({ policy, catalogue: await this.#catalogueOf(tx, policy) });
    }
    return inForce;
  }

  async #catalogueOf(tx: Tx, { terms: { points } }: Policy): Promise<GroupCatalogue> {
    const basis = `catalogue ${points.catalogueCode}@${points.catalogueVersion}`;
    const known = this.#catalogues.get(basis);
    if (known) return known;
    const entries = await this.groups.find(tx, points.catalogueCode, points.catalogueVersion);
    if (!entries) throw new Error(`${basis} was here when its policy was published`);
    const catalogue = { basis, groups: readGroups(entries).groups };
    this.#catalogues.set(basis, catalogue);
    return catalogue;
  }
}

/** Only a stay that names a referral can continue another one. */
function referredIn(lists: readonly SettlementList[]): Uuid[] {
  return [...new Set(lists.filter((list) => list.referralNo !== null).map((list) => list.residentId))];
}
