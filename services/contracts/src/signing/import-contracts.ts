import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import {
  businessDateOf,
  compareKeys,
  formatInstant,
  parseInstant,
  refuse,
  Refused,
  type CommandContext,
  type Uuid,
} from '@yigongti/kernel';
import {
  ContractBook,
  ContractRepository,
  contractRefusals,
  lastDayOf,
  signingRefusals,
  type NewContract,
} from '../contract/index.ts';
import { HouseholdAgreementRepository } from '../household/index.ts';
import type { SignContractCommand } from './sign-contract.ts';
import { factsOf, SigningGrounds, type Grounds, type SigningWish } from './signing-grounds.ts';

/** A line is what a single signing's body is, with the time of its own. */
export interface ContractLine extends SignContractCommand {
  readonly occurredAt: string;
}

/** What became of a line, with the resident whose record it changed. */
export interface ContractOutcome extends LineOutcome {
  readonly residentId?: Uuid;
}

/** Lines that one look at the records judges: the same team, day and term. */
interface Round {
  readonly wish: Omit<SigningWish, 'people'>;
  readonly positions: number[];
}

/**
 * Takes signatures by upload: a township's day, or the register of a system that is replaced (批量签约). A line is idempotent by what it
 * says: who has this very contract already is left as he is.
 */
@Injectable()
export class ImportContracts implements LineImport<ContractLine> {
  constructor(
    private readonly grounds: SigningGrounds,
    private readonly agreements: HouseholdAgreementRepository,
    private readonly contracts: ContractRepository,
    private readonly book: ContractBook,
  ) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<ContractLine>[], context: CommandContext): Promise<ContractOutcome[]> {
    const values = lines.map(({ value }) => value);
    const outcomes: ContractOutcome[] = [];
    for (const { wish, positions } of roundsOf(values)) {
      const own = positions.map((position) => values[position]!);
      const decided = await this.#signAll(tx, { wish, own }, context);
      positions.forEach((position, index) => (outcomes[position] = decided[index]!));
    }
    return outcomes;
  }

  async #signAll(
    tx: Tx,
    round: { wish: Round['wish']; own: ContractLine[] },
    context: CommandContext,
  ): Promise<ContractOutcome[]> {
    const { wish, own } = round;
    const people = own.map(({ residentId }) => ({ residentId, pointer: '/residentId' }));
    const grounds = await this.#look(tx, { ...wish, people }, context);
    if (!('refusals' in grounds)) return this.#judgeAll(tx, { wish: { ...wish, people }, own, grounds }, context);
    if (own.length === 1) return [{ status: 'refused', refusals: grounds.refusals }];
    // Somebody of them is not known here: each is asked about alone, so that each has its own reasons.
    const outcomes: ContractOutcome[] = [];
    for (const line of own) outcomes.push(...(await this.#signAll(tx, { wish, own: [line] }, context)));
    return outcomes;
  }

  async #look(tx: Tx, wish: SigningWish, context: CommandContext): Promise<Grounds | Refused> {
    try {
      return await this.grounds.find(tx, wish, context);
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  }

  async #judgeAll(
    tx: Tx,
    { wish, own, grounds }: { wish: SigningWish; own: readonly ContractLine[]; grounds: Grounds },
    context: CommandContext,
  ): Promise<ContractOutcome[]> {
    const signed = new Set<Uuid>();
    const fresh: NewContract[] = [];
    const outcomes: (ContractOutcome | null)[] = [];
    for (const line of own) {
      const { residentId, packageCodes, householdAgreementId = null } = line;
      const facts = { ...factsOf(wish, grounds, residentId), packageCodes, newPersons: signed.size + 1 };
      const again = signed.has(residentId) || facts.alreadySigned;
      const refusals = [...signingRefusals({ ...facts, alreadySigned: again }), ...(await this.#agreementFaults(tx, line))];
      if (refusals.length > 0) {
        const same = facts.alreadySigned ? await this.#same(tx, wish, line) : null;
        outcomes.push(same === null ? { status: 'refused', refusals } : { status: 'unchanged', id: same });
        continue;
      }
      signed.add(residentId);
      const moment = { ...context, occurredAt: formatInstant(parseInstant(line.occurredAt)) };
      fresh.push({ signing: { ...facts, householdAgreementId, previousContractId: null }, moment });
      outcomes.push(null);
    }
    const contracts = await this.book.signAll(tx, fresh);
    const created = contracts.map(({ contractId: id, residentId }): ContractOutcome => ({ status: 'created', id, residentId }));
    return outcomes.map((outcome) => outcome ?? created.shift()!);
  }

  async #agreementFaults(tx: Tx, { householdAgreementId, teamId }: ContractLine) {
    if (householdAgreementId === undefined) return [];
    const agreement = await this.agreements.read(tx, householdAgreementId);
    return agreement?.teamId === teamId
      ? []
      : [refuse(contractRefusals.householdAgreementUnknown, { pointer: '/householdAgreementId' })];
  }

  /** The contract that says what the line says. */
  async #same(tx: Tx, wish: SigningWish, { residentId, packageCodes }: ContractLine): Promise<Uuid | null> {
    const open = await this.contracts.findOpenOf(tx, residentId, wish.startsOn);
    const same = open.find(
      ({ teamId, startsOn, endsOn, packageCodes: signed }) =>
        teamId === wish.teamId &&
        startsOn === wish.startsOn &&
        endsOn === lastDayOf(wish) &&
        JSON.stringify(signed) === JSON.stringify(packageCodes),
    );
    return same?.contractId ?? null;
  }
}

/** Sorted by team: two uploads that meet hold the panels in the same order. */
function roundsOf(lines: readonly ContractLine[]): Round[] {
  const rounds = new Map<string, Round>();
  for (const [position, { teamId, years, startsOn, occurredAt }] of lines.entries()) {
    const signedOn = businessDateOf(occurredAt);
    const wish = { teamId, years, signedOn, startsOn: startsOn ?? signedOn };
    const key = [teamId, wish.startsOn, signedOn, years].join(' ');
    const round = rounds.get(key) ?? { wish, positions: [] };
    round.positions.push(position);
    rounds.set(key, round);
  }
  return [...rounds].sort(([a], [b]) => compareKeys(a, b)).map(([, round]) => round);
}
