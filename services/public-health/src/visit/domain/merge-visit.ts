import { Refused, type Refusal } from '@yigongti/kernel';

/** What one task of a visit came to, as far as a visit must know it. */
export interface Part<Task> {
  readonly task: Task;
  /** Why the visit does not close it; empty where it does. */
  readonly refusals: readonly Refusal[];
}

export interface Parted<Task> {
  readonly closable: readonly Task[];
  readonly leftOpen: readonly LeftOpen<Task>[];
}

export interface LeftOpen<Task> {
  readonly task: Task;
  /** Readings that it would have needed, by JSON Pointer into the body. */
  readonly missing: readonly string[];
}

/**
 * Parts a visit into the tasks that it closes and those that it leaves open. A task that lacks its readings stays open and holds nobody up
 * (Changle 2023, 三(一): without the glucose value, one contact closes the other tasks). Whatever else is wrong refuses the whole visit, and
 * so does a visit that closes nothing.
 * @throws Refused with all reasons
 */
export function partVisit<Task>(parts: readonly Part<Task>[], isMissingReading: (refusal: Refusal) => boolean): Parted<Task> {
  const closable = parts.filter(({ refusals }) => refusals.length === 0).map(({ task }) => task);
  const wrong = parts.flatMap(({ refusals }, index) =>
    refusals.filter((refusal) => !isMissingReading(refusal)).map((refusal) => ofTask(refusal, index)),
  );
  if (wrong.length > 0 || closable.length === 0) {
    const missing = parts.flatMap(({ refusals }) => refusals.filter(isMissingReading));
    throw new Refused(onceEach([...wrong, ...missing]));
  }
  const leftOpen = parts.filter(({ refusals }) => refusals.length > 0);
  return {
    closable,
    leftOpen: leftOpen.map(({ task, refusals }) => ({ task, missing: refusals.map(({ pointer }) => pointer!) })),
  };
}

/** What does not lie in what was measured or by whom lies in the task that was named. */
function ofTask(refusal: Refusal, index: number): Refusal {
  const { pointer } = refusal;
  const isOfTheVisit =
    pointer?.startsWith('/readings') || pointer === '/practitionerCode' || refusal.code.endsWith('.visit-ahead');
  return isOfTheVisit ? refusal : { ...refusal, pointer: `/tasks/${index}/taskId` };
}

function onceEach(refusals: readonly Refusal[]): Refusal[] {
  const said = new Map(refusals.map((refusal) => [`${refusal.code} ${refusal.pointer}`, refusal]));
  return [...said.values()];
}
