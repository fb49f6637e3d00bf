import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Tx } from '@yigongti/database';
import { Profile, refuse, Refused, type BusinessDate, type Caller, type Refusal, type Uuid } from '@yigongti/kernel';
import { PeopleDirectory, type KnownResident } from '../people/index.ts';
import { programmeTermsOn, type PublicHealthProfile } from '../profile.ts';
import { enrolmentRefusals } from './domain/enrolment-refusals.ts';
import type { ProgrammeCode } from './domain/enrolment.ts';

export interface Applicant {
  readonly residentId: Uuid;
  readonly institutionCode: string;
  readonly programme: ProgrammeCode;
}

/** Finds what an enrolment is decided on, in this service's own projections, and refuses with all reasons what it cannot find. */
@Injectable()
export class EnrolmentGrounds {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly tree: InstitutionTree,
    private readonly profile: Profile<PublicHealthProfile>,
  ) {}

  async resident(tx: Tx, { residentId, institutionCode }: Applicant, caller: Caller): Promise<KnownResident> {
    const resident = await this.people.resident(tx, residentId);
    const mayUse = await this.tree.sees(tx, caller, institutionCode);
    if (resident && mayUse) return resident;
    throw new Refused(missing(resident !== null, mayUse));
  }

  /** The same for the lines of an upload: each resident, or the reasons why the line cannot be judged. */
  async residents(
    tx: Tx,
    applicants: readonly Applicant[],
    caller: Caller,
  ): Promise<(applicant: Applicant) => KnownResident | readonly Refusal[]> {
    const residents = await this.people.residents(
      tx,
      applicants.map(({ residentId }) => residentId),
    );
    const usable = new Set<string>();
    for (const code of new Set(applicants.map(({ institutionCode }) => institutionCode))) {
      if (await this.tree.sees(tx, caller, code)) usable.add(code);
    }
    return ({ residentId, institutionCode }) => {
      const resident = residents.get(residentId);
      return resident && usable.has(institutionCode) ? resident : missing(resident !== undefined, usable.has(institutionCode));
    };
  }

  /** @throws Refused `profile.not-in-force` for a day before the county's figures */
  termsOn({ programme }: Applicant, on: BusinessDate) {
    return programmeTermsOn(this.profile, programme, on);
  }
}

function missing(residentKnown: boolean, mayUse: boolean): Refusal[] {
  return [
    ...(residentKnown ? [] : [refuse(enrolmentRefusals.residentUnknown, { pointer: '/residentId' })]),
    ...(mayUse ? [] : [refuse(enrolmentRefusals.institutionUnknown, { pointer: '/institutionCode' })]),
  ];
}
