import { addDays, lastDayOf, type BusinessDate } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import { about, centresOf, sideBySide, type Play } from '../play.ts';
import type { Homecoming } from '../play-state.ts';
import { referralsPath, type ReferralView } from './sending.ts';

/** Days from the acceptance at home to the patient's coming. */
const arrivesAfter = 1;

/** Ways down that wait for their home units; read in the morning, so that those of the day before are all there. */
export async function readWaysDown({ plan, offices }: Play): Promise<ReferralView[]> {
  const lists: ReferralView[][] = [];
  await sideBySide(centresOf(plan), async (centre) => {
    lists.push(await offices.of(centre).list<ReferralView>(`${referralsPath}?status=PENDING_RECEIVER&direction=DOWN`));
  });
  return lists.flat();
}

/** The home units take back their patients: the acceptance makes the follow-up task. */
export async function acceptWaysDown(play: Play, on: BusinessDate, waiting: readonly ReferralView[]): Promise<void> {
  const { plan, offices, state } = play;
  const end = addDays(on, arrivesAfter);
  await sideBySide(waiting, async ({ referralId, residentId, toInstitutionCode: receiver, version }) => {
    const person = state.peopleById.get(residentId);
    if (!person) return;
    const answer = await offices.of(receiver).command<ReferralView>({
      step: `accept down ${person.sourceNo} ${on}`,
      path: `${referralsPath}/${referralId}/accept`,
      ifMatch: version,
      body: { start: on, end, occurredAt: duringHour(on, 9, person.ordinal) },
      about: about(person),
    });
    if (!answer.ok || end > lastDayOf(plan.month)) return;
    state.homecomings.add(end, { person, referralId, receiver, version: answer.view.version });
  });
}

/** Who has come home is seen there. */
export async function welcomeHome({ offices, state }: Play, on: BusinessDate): Promise<void> {
  await sideBySide(state.homecomings.take(on), async ({ person, referralId, receiver, version }: Homecoming) => {
    await offices.of(receiver).command({
      step: `down arrived ${person.sourceNo} ${on}`,
      path: `${referralsPath}/${referralId}/confirm-arrival`,
      ifMatch: version,
      body: { occurredAt: duringHour(on, 10, person.ordinal) },
      about: about(person),
    });
  });
}
