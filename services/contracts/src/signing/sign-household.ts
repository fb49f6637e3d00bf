import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import {
  businessDateOf,
  Ids,
  refuse,
  throwIfRefused,
  type BusinessDate,
  type CommandContext,
  type Refusal,
  type Uuid,
} from '@yigongti/kernel';
import { ContractBook, contractRefusals, signingRefusals, type Contract } from '../contract/index.ts';
import {
  HouseholdAgreementRepository,
  householdAgreementView,
  householdSigningRefusals,
  type HouseholdAgreement,
  type HouseholdAgreementView,
} from '../household/index.ts';
import { factsOf, SigningGrounds, type Grounds, type SigningWish } from './signing-grounds.ts';

export interface SignHouseholdCommand {
  /** Who signs for all; need not be a member. */
  readonly representativeResidentId: Uuid;
  readonly members: readonly { readonly residentId: Uuid; readonly packageCodes: readonly string[] }[];
  readonly teamId: Uuid;
  /** First day in force; the day of the command when absent. */
  readonly startsOn?: BusinessDate;
  readonly years: number;
}

/** Signs the members of a household with one team in one command (家庭签约). Who is under contract already is reported, not moved. */
@Injectable()
export class SignHousehold {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: SigningGrounds,
    private readonly agreements: HouseholdAgreementRepository,
    private readonly book: ContractBook,
    private readonly ids: Ids,
  ) {}

  execute(command: SignHouseholdCommand, context: CommandContext): Promise<HouseholdAgreementView> {
    const wish = wishOf(command, businessDateOf(context.occurredAt));
    return this.transactions.command(context, async (tx) => {
      const grounds = await this.grounds.find(tx, wish, context);
      const signatures = signaturesOf(command, wish, grounds);
      throwIfRefused([
        ...householdRefusalsOf(command, wish, grounds),
        ...onceEach(
          signatures.flatMap(({ index, facts }) => signingRefusals(facts).map((refusal) => inHousehold(refusal, index))),
        ),
        ...(signatures.length === 0 ? everybodySigned(command) : []),
      ]);
      const agreement = agreementOf(command, { wish, grounds, householdAgreementId: this.ids.next() });
      await this.agreements.insert(tx, agreement);
      const contracts: Contract[] = [];
      for (const { facts } of signatures) {
        const signing = { ...facts, householdAgreementId: agreement.householdAgreementId, previousContractId: null };
        contracts.push(await this.book.sign(tx, signing, context));
      }
      return householdAgreementView(agreement, contracts, context.occurredAt);
    });
  }
}

function wishOf(command: SignHouseholdCommand, signedOn: BusinessDate): SigningWish {
  const { members, representativeResidentId, teamId, years } = command;
  const people = [
    ...members.map(({ residentId }, index) => ({ residentId, pointer: `/members/${index}/residentId` })),
    { residentId: representativeResidentId, pointer: '/representativeResidentId' },
  ];
  return { teamId, people, signedOn, startsOn: command.startsOn ?? signedOn, years };
}

/** Those who sign, with their place in the request. The panel must have room for all of them. */
function signaturesOf({ members }: SignHouseholdCommand, wish: SigningWish, grounds: Grounds) {
  const unsigned = members.filter(({ residentId }) => !grounds.signed.has(residentId));
  return members.flatMap((member, index) =>
    unsigned.includes(member)
      ? [
          {
            index,
            facts: {
              ...factsOf(wish, grounds, member.residentId),
              packageCodes: member.packageCodes,
              newPersons: unsigned.length,
            },
          },
        ]
      : [],
  );
}

function householdRefusalsOf(command: SignHouseholdCommand, { signedOn }: SigningWish, { residents, terms }: Grounds): Refusal[] {
  const members = command.members.map(({ residentId }) => residents.get(residentId)!);
  const representative = residents.get(command.representativeResidentId)!;
  return householdSigningRefusals({ members, representative, signedOn, representativeAgeFrom: terms.representativeAgeFrom });
}

function agreementOf(
  command: SignHouseholdCommand,
  { wish, grounds, householdAgreementId }: { wish: SigningWish; grounds: Grounds; householdAgreementId: Uuid },
): HouseholdAgreement {
  const { teamId, teamCode, institutionCode } = grounds.team;
  const { representativeResidentId, members } = command;
  const { householdId } = grounds.residents.get(representativeResidentId)!;
  const alreadySignedResidentIds = members.map(({ residentId }) => residentId).filter((id) => grounds.signed.has(id));
  const { signedOn, startsOn } = wish;
  const team = { teamId, teamCode, institutionCode };
  return { householdAgreementId, householdId, ...team, representativeResidentId, signedOn, startsOn, alreadySignedResidentIds };
}

/** What a single signing's body calls `/residentId` or `/packageCodes/0` belongs to a member here; the rest is said once for all. */
function inHousehold(refusal: Refusal, index: number): Refusal {
  const { pointer } = refusal;
  return pointer === '/residentId' || pointer?.startsWith('/packageCodes')
    ? { ...refusal, pointer: `/members/${index}${pointer}` }
    : refusal;
}

function onceEach(refusals: readonly Refusal[]): Refusal[] {
  const said = new Set<string>();
  return refusals.filter(({ code, pointer }) => {
    const key = `${code} ${pointer}`;
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
}

function everybodySigned({ members }: SignHouseholdCommand): Refusal[] {
  return members.map((_, index) => refuse(contractRefusals.alreadySigned, { pointer: `/members/${index}/residentId` }));
}
