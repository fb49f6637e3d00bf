import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import { Profile, refuse, Refused, type BusinessDate, type CommandContext, type Uuid } from '@yigongti/kernel';
import { ContractRepository, contractRefusals, isTermPossible, lastDayOf, priorityGroupsOn } from '../contract/index.ts';
import { ResidentDirectory, type KnownResident } from '../people/index.ts';
import { termsOn, type ContractsProfile, type CountyTerms } from '../profile.ts';
import { TeamRepository, type Team } from '../team/index.ts';

/** Who wants to sign with whom, and for how long. */
export interface SigningWish {
  readonly teamId: Uuid;
  /** Everybody that the command names, and where in its body. */
  readonly people: readonly { readonly residentId: Uuid; readonly pointer: string }[];
  readonly signedOn: BusinessDate;
  readonly startsOn: BusinessDate;
  readonly years: number;
}

/** What signings are judged by, held for the rest of the transaction. */
export interface Grounds {
  readonly team: Team;
  readonly terms: CountyTerms;
  readonly residents: ReadonlyMap<Uuid, KnownResident>;
  /** Those of the people who have a contract in force on any day of the term. */
  readonly signed: ReadonlySet<Uuid>;
  readonly panelPersons: number;
}

/** Finds whom a signing is about, in this service's own records, and refuses with all reasons what it cannot find. */
@Injectable()
export class SigningGrounds {
  constructor(
    private readonly teams: TeamRepository,
    private readonly residents: ResidentDirectory,
    private readonly contracts: ContractRepository,
    private readonly tree: InstitutionTree,
    private readonly profile: Profile<ContractsProfile>,
  ) {}

  async find(tx: Tx, wish: SigningWish, context: CommandContext): Promise<Grounds> {
    const terms = termsOn(this.profile, wish.startsOn);
    const team = await this.teams.find(tx, wish.teamId);
    // The residents before the panel, in every command: in the same order nobody waits for each other.
    const residents = await this.residents.find(tx, [...new Set(wish.people.map(({ residentId }) => residentId))]);
    const mayUse = team?.kind === 'CONTRACT_TEAM' && (await this.#actsFor(tx, context.caller.institutionCode, team));
    const unknown = wish.people.filter(({ residentId }) => !residents.has(residentId));
    if (!mayUse || unknown.length > 0) {
      throw new Refused([
        ...unknown.map(({ pointer }) => refuse(contractRefusals.residentUnknown, { pointer })),
        ...(mayUse ? [] : [refuse(contractRefusals.teamUnknown, { pointer: '/teamId' })]),
      ]);
    }
    if (!isTermPossible({ ...wish, terms })) return { team, terms, residents, signed: new Set(), panelPersons: 0 };
    const term = { startsOn: wish.startsOn, endsOn: lastDayOf(wish) };
    const { leaderPractitionerCode } = team;
    const limit = terms.panelLimitPersons - wish.people.length;
    const panelPersons = await this.contracts.panelPersons(tx, { ...term, leaderPractitionerCode, limit });
    return { team, terms, residents, panelPersons, signed: await this.contracts.signedAmong(tx, [...residents.keys()], term) };
  }

  /** A township signs for its teams, and so does a village clinic below it, whose doctor is a member. */
  async #actsFor(tx: Tx, institutionCode: string, team: Team): Promise<boolean> {
    return (
      (await this.tree.isWithin(tx, institutionCode, team.institutionCode)) ||
      (await this.tree.isWithin(tx, team.institutionCode, institutionCode))
    );
  }
}

/** One resident's part of what a signing is judged by. */
export function factsOf(wish: SigningWish, { team, terms, residents, signed, panelPersons }: Grounds, residentId: Uuid) {
  const { birthDate, openProgrammes, goneOn, goneReason } = residents.get(residentId)!;
  const { signedOn, startsOn, years } = wish;
  return {
    residentId,
    team,
    terms,
    signedOn,
    startsOn,
    years,
    priorityGroups: priorityGroupsOn(birthDate, openProgrammes, startsOn, terms.ageGroups),
    residentGoneOn: goneOn,
    goneOn,
    goneReason,
    panelPersons,
    newPersons: 1,
    alreadySigned: signed.has(residentId),
  };
}
