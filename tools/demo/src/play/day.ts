import type { BusinessDate } from '@yigongti/kernel';
import { completeTasks, enrolResidents, openTasks, readTasks } from './care/programmes.ts';
import { sendLists } from './care/claims.ts';
import { endContracts, signContracts } from './care/contracting.ts';
import { dischargePatients, registerDeaths } from './referral/discharging.ts';
import { acceptWaysDown, readWaysDown, welcomeHome } from './referral/homecoming.ts';
import type { Play } from './play.ts';
import { answerReferrals, receivePatients, reviewReferrals } from './referral/receiving.ts';
import { readSuggestions, sendReferrals } from './referral/sending.ts';
import { admitUnreferred, dischargeUnreferred, seePatients } from './care/visits.ts';

/**
 * One day of the county. What the services told each other by yesterday's quiet is read in the morning; from then on a step depends only
 * on what its own service has already answered, so that no event's hour of arrival decides anything.
 */
export async function playDay(play: Play, on: BusinessDate): Promise<void> {
  await openTasks(play, on);
  const tasks = await readTasks(play, on);
  const suggestions = await readSuggestions(play);
  const waysDown = await readWaysDown(play);
  await sendLists(play, on);
  await enrolResidents(play, on);
  await signContracts(play, on);
  await admitUnreferred(play, on);
  const visits = await seePatients(play, on);
  await acceptWaysDown(play, on, waysDown);
  await welcomeHome(play, on);
  await sendReferrals(play, on, { visits, suggestions });
  await reviewReferrals(play, on);
  await answerReferrals(play, on);
  await receivePatients(play, on);
  await completeTasks(play, on, tasks);
  await dischargeUnreferred(play, on);
  const died = await dischargePatients(play, on);
  await endContracts(play, on);
  await registerDeaths(play, on, died);
}
