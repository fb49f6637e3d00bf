import { addDays, lastDayOf, type BusinessDate } from '@yigongti/kernel';
import type { Case } from '../../plan/cases.ts';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { Person } from '../../plan/setting/people.ts';
import { sendLines } from '../lines.ts';
import { numberOf } from './numbers.ts';
import { groupBy, reporterOf, residentIdOf, sideBySide, type Play } from '../play.ts';

export interface Treated {
  readonly kind: 'QD-MZ' | 'QD-ZM' | 'QD-ZY';
  readonly person: Person;
  readonly institution: string;
  readonly case: Case;
  readonly admittedOn: BusinessDate;
  readonly dischargedOn: BusinessDate;
  /** Null for a visit. */
  readonly dischargeWay: string | null;
  readonly referralNo: string | null;
}

const sendingHour = 8;

/** Writes the settlement list of somebody insured; it is sent on the next morning, as the cashier closes the day. */
export function writeList(play: Play, treated: Treated): void {
  const { kind, person, institution, case: seen, admittedOn, dischargedOn, dischargeWay, referralNo } = treated;
  if (person.insuranceType === 'NONE') return;
  const { totalFen, ownPayFen, overLimitFen, preSelfPayFen, diagnosisCode, operationCode } = seen;
  const sentOn = addDays(dischargedOn, 1);
  const line = {
    institutionCode: institution,
    listNo: numberOf(kind, dischargedOn, person),
    listVersion: 1,
    residentId: residentIdOf(play, person),
    insuranceType: person.insuranceType,
    visitKind: dischargeWay === null ? 'OUTPATIENT' : 'INPATIENT',
    ...{ admittedOn, dischargedOn, dischargeWay, diagnosisCode, operationCode },
    ...{ totalFen, ownPayFen, overLimitFen, preSelfPayFen },
    inScopeFen: totalFen - ownPayFen - overLimitFen - preSelfPayFen,
    referralNo,
    occurredAt: duringHour(sentOn, sendingHour, person.ordinal),
  } as const;
  play.state.lists.add(sentOn, { person, line });
}

/** Sends the lists that the day before left: each institution its own, a township those of its villages with them. */
export async function sendLists(play: Play, on: BusinessDate): Promise<void> {
  const lists = play.state.lists.take(on);
  const reporters = groupBy(lists, ({ line }) => reporterOf(play.plan, line.institutionCode));
  await sideBySide(reporters, async ([reporter, own]) => {
    const sorted = [...own].sort((a, b) => a.person.ordinal - b.person.ordinal);
    await sendLines(play.offices.of(reporter), play.state, {
      step: `claims ${on}`,
      path: '/settlement/v1/claims/import',
      lines: sorted.map(({ line }) => line),
      about: sorted.map(({ person }) => person.sourceNo),
    });
  });
}

/** The morning after the month: the last day's lists are sent before anything is counted. */
export function morningAfter(month: string): BusinessDate {
  return addDays(lastDayOf(month), 1);
}
