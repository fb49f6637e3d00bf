import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { Programme } from '../../plan/setting/county-rules.ts';
import type { Readings } from '../../plan/readings.ts';
import { sendLines } from '../lines.ts';
import { about, centresOf, groupBy, residentIdOf, sideBySide, type Play } from '../play.ts';

/** A task as the list shows it, as much of it as the township needs. */
export interface OpenTask {
  readonly taskId: Uuid;
  readonly residentId: Uuid;
  readonly kind: 'PROGRAMME_FOLLOW_UP' | 'REFERRAL_FOLLOW_UP';
  readonly programme: Programme | null;
  readonly sequence: number;
  readonly windowStart: BusinessDate;
  readonly due: BusinessDate;
  readonly institutionCode: string;
  readonly version: number;
}

/** Takes residents whose disease is known into care: the village clinics do, and their township sends the day's in one. */
export async function enrolResidents(play: Play, on: BusinessDate): Promise<void> {
  const { plan, offices, state } = play;
  const planned = plan.enrolmentsOn(on).filter(({ person }) => !state.isDead(person));
  const townships = groupBy(planned, ({ person }) => person.centre);
  await sideBySide(townships, async ([centre, own]) => {
    await sendLines(offices.of(centre), state, {
      step: `enrol ${on}`,
      path: '/public-health/v1/enrolments/import',
      lines: own.map(({ person, programme, diagnosisCode }) => ({
        residentId: residentIdOf(play, person),
        programme,
        institutionCode: person.clinic,
        diagnosisCode,
        occurredAt: duringHour(on, 10, person.ordinal),
      })),
      about: about(...own.map(({ person }) => person)),
    });
  });
}

/** The morning's sweep: what has its window by today is work from now on. */
export async function openTasks({ offices }: Play, on: BusinessDate): Promise<void> {
  await offices.of('operator').must({
    step: `sweep ${on}`,
    path: '/public-health/v1/sweeps/open-tasks',
    body: { asOf: on, occurredAt: duringHour(on, 7, 0) },
    about: 'whoever',
  });
}

/** Every township reads its list in the morning, before the day's own events can lengthen it. */
export async function readTasks({ plan, offices }: Play, on: BusinessDate): Promise<OpenTask[]> {
  const lists: OpenTask[][] = [];
  await sideBySide(centresOf(plan), async (centre) => {
    lists.push(await offices.of(centre).list<OpenTask>(`/public-health/v1/tasks?state=OPEN&asOf=${on}`));
  });
  return lists.flat();
}

/** The township's staff visit whom they get to, and enter what they found. */
export async function completeTasks(play: Play, on: BusinessDate, tasks: readonly OpenTask[]): Promise<void> {
  const { plan, offices, state } = play;
  await sideBySide(tasks, async (task) => {
    const person = state.peopleById.get(task.residentId);
    if (!person || state.isAway(person)) return;
    const programme = task.kind === 'PROGRAMME_FOLLOW_UP' ? task.programme : null;
    const visit = plan.followUpOf({ ...task, programme, person });
    if (!visit || visit.on > on) return;
    await offices.of(person.centre).command({
      step: `complete ${person.sourceNo} ${programme ?? `referral ${task.windowStart}`} ${task.sequence}`,
      path: `/public-health/v1/tasks/${task.taskId}/complete`,
      ifMatch: task.version,
      body: {
        practitionerCode: plan.places.doctorOf(task.institutionCode),
        adverseReaction: 'NONE',
        complication: 'NONE',
        ...readingsOf(visit.readings),
        occurredAt: duringHour(on, 15, person.ordinal),
      },
      about: about(person),
    });
  });
}

function readingsOf(readings: Readings | null): { readings?: Readings } {
  return readings === null ? {} : { readings };
}
