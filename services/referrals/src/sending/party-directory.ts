import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Institution, type Tx } from '@yigongti/database';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { PeopleDirectory, type KnownPractitioner, type KnownResident } from '../people/index.ts';
import { referralRefusals } from '../referral/index.ts';

export interface PartyCodes {
  readonly residentId: Uuid;
  readonly from: string;
  /** The resident's home unit when absent. */
  readonly to?: string;
  /** The doctor on the form; null while none is named. */
  readonly practitionerCode: string | null;
}

export interface FoundParties {
  readonly resident: KnownResident;
  readonly from: Institution;
  readonly to: Institution;
  readonly practitioner: KnownPractitioner | null;
}

/** Finds whom a referral is about in this service's own projections, and refuses at once with everything it has not heard of. */
@Injectable()
export class PartyDirectory {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly tree: InstitutionTree,
  ) {}

  /** @throws Refused `…-not-projected` for each party that nobody has told of yet */
  async find(tx: Tx, codes: PartyCodes): Promise<FoundParties> {
    const resident = await this.people.resident(tx, codes.residentId);
    const from = await this.tree.find(tx, codes.from);
    const toCode = codes.to ?? resident?.homeInstitutionCode;
    const to = toCode === undefined ? null : await this.tree.find(tx, toCode);
    const practitioner = codes.practitionerCode === null ? null : await this.people.practitioner(tx, codes.practitionerCode);
    const doctorFound = codes.practitionerCode === null || practitioner !== null;
    if (resident && from && to && doctorFound) return { resident, from, to, practitioner };
    throw new Refused([
      ...(resident ? [] : [refuse(referralRefusals.residentUnknown, { pointer: '/residentId' })]),
      ...(from ? [] : [refuse(referralRefusals.institutionUnknown, { parameters: { institutionCode: codes.from } })]),
      ...(to || toCode === undefined
        ? []
        : [
            refuse(referralRefusals.institutionUnknown, {
              pointer: '/toInstitutionCode',
              parameters: { institutionCode: toCode },
            }),
          ]),
      ...(doctorFound ? [] : [refuse(referralRefusals.practitionerUnknown, { pointer: '/practitionerCode' })]),
    ]);
  }

  /**
   * The lead hospital of the consortium above an institution, by the tree; null when nothing of the kind stands above it.
   * @returns undefined while a link of the chain has not been told of
   */
  async leadHospitalAbove(tx: Tx, institution: Institution): Promise<Institution | null | undefined> {
    let above: Institution | null = institution;
    while (above.parentCode !== null) {
      above = await this.tree.find(tx, above.parentCode);
      if (!above) return undefined;
      if (above.consortiumLead && above.consortiumCode === institution.consortiumCode) return above;
    }
    return null;
  }
}
