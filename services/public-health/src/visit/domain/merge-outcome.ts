import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** When the follow-ups are due that come after a visit which closed several: each by its own rule, or all by the earliest date. */
export type MergedPlan = 'OWN_DATES' | 'EARLIEST_DUE';

/** A closed task, as far as its companions change it. */
export interface Closed {
  readonly visitId: Uuid | null;
  readonly nextDue: BusinessDate | null;
  readonly referralReasons: readonly { readonly ruleId: string; readonly reasonCode: string }[];
  readonly version: number;
}

/**
 * Makes of tasks that were closed one by one the tasks of one visit: they carry its id; with `EARLIEST_DUE` the patient is seen next on the
 * earliest of their dates, for all of them (三高六病, one merged follow-up); and the visit suggests one referral, with the reasons of all,
 * told by the first task that has any: two drafts for one visit would be one too many.
 */
export function mergeOutcome<Task extends Closed>(closed: readonly Task[], visitId: Uuid, plan: MergedPlan): Task[] {
  const dates = closed.flatMap(({ nextDue }) => nextDue ?? []).sort();
  const speaker = closed.findIndex(({ referralReasons }) => referralReasons.length > 0);
  const reasons = closed.flatMap(({ referralReasons }) => referralReasons);
  return closed.map((task, index) => {
    const isSilenced = index !== speaker && task.referralReasons.length > 0;
    return {
      ...task,
      visitId,
      nextDue: plan === 'EARLIEST_DUE' && task.nextDue !== null ? dates[0]! : task.nextDue,
      referralReasons: index === speaker ? reasons : [],
      // A suggestion takes a version of its own; who does not make it does not take it.
      version: isSilenced ? task.version - 1 : task.version,
    };
  });
}
