import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type {
  contractSigned,
  contractTerminated,
  DataOf,
  IncomingEvent,
  referralArrived,
  referralSubmitted,
  residentChanged,
} from '@yigongti/events';
import { businessDateOf } from '@yigongti/kernel';
import { lastOfEach, NotYet } from '@yigongti/messaging';

/** Keeps who is insured how, and where at home. */
@Injectable()
export class ResidentProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof residentChanged>>[]): Promise<void> {
    const residents = lastOfEach(events).map(({ data }) => ({
      resident_id: data.residentId,
      insurance_type: data.insuranceType,
      home_institution_code: data.homeInstitutionCode,
      registered_on: data.registeredOn,
      died_on: data.diedOn,
      moved_out_on: data.movedOutOn,
      merged_into: data.mergedInto,
    }));
    await tx.query(
      `insert into resident select * from json_populate_recordset(null::resident, $1::json) order by resident_id
       on conflict (resident_id) do update set insurance_type = excluded.insurance_type,
         home_institution_code = excluded.home_institution_code, registered_on = excluded.registered_on,
         died_on = excluded.died_on, moved_out_on = excluded.moved_out_on, merged_into = excluded.merged_into`,
      [JSON.stringify(residents)],
    );
  }
}

/** Contracts, as far as they make benefits. */
@Injectable()
export class ContractSignedProjection {
  async onSet(tx: Tx, events: readonly IncomingEvent<DataOf<typeof contractSigned>>[]): Promise<void> {
    await tx.query(
      `insert into contract (contract_id, resident_id, starts_on, ends_on)
       select "contractId", "residentId", "startsOn", "endsOn" from json_to_recordset($1::json)
         as e ("contractId" uuid, "residentId" uuid, "startsOn" date, "endsOn" date)
       on conflict (contract_id) do nothing`,
      [JSON.stringify(events.map(({ data }) => data))],
    );
  }
}

@Injectable()
export class ContractTerminatedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof contractTerminated>>): Promise<void> {
    const [, touched] = await tx.query<[unknown, number]>('update contract set terminated_on = $2 where contract_id = $1', [
      data.contractId,
      data.terminatedOn,
    ]);
    if (touched === 0) throw new NotYet('contract-not-signed-here');
  }
}

const referralHead = `insert into referral as known
  (referral_id, referral_no, resident_id, from_institution_code, to_institution_code, submitted_on, arrived_on)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (referral_id) do update set to_institution_code = excluded.to_institution_code,`;

/** Number and route of a referral, from the day it was sent. */
@Injectable()
export class ReferralSubmittedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof referralSubmitted>>): Promise<void> {
    await tx.query(`${referralHead} submitted_on = excluded.submitted_on`, [
      ...routeOf(data),
      businessDateOf(data.occurredAt),
      null,
    ]);
  }
}

/** A referral counts in the benefit once the patient has arrived. */
@Injectable()
export class ReferralArrivedProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof referralArrived>>): Promise<void> {
    await tx.query(`${referralHead} arrived_on = excluded.arrived_on`, [...routeOf(data), null, data.arrivedOn]);
  }
}

type Route = Pick<
  DataOf<typeof referralArrived>,
  'referralId' | 'referralNo' | 'residentId' | 'fromInstitutionCode' | 'toInstitutionCode'
>;

function routeOf({ referralId, referralNo, residentId, fromInstitutionCode, toInstitutionCode }: Route): (string | null)[] {
  return [referralId, referralNo, residentId, fromInstitutionCode, toInstitutionCode];
}
