import type { BusinessDate } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { ContractPlan } from '../../plan/contracts.ts';
import type { Person } from '../../plan/setting/people.ts';
import { sendLines } from '../lines.ts';
import { about, centresOf, groupBy, residentIdOf, sideBySide, type Play } from '../play.ts';

/** The county's usual term. */
const years = 1;

/** The day's signings; and another township that tries to sign somebody who has a contract already. */
export async function signContracts(play: Play, on: BusinessDate): Promise<void> {
  const living = (plan: ContractPlan) => !play.state.isDead(plan.person);
  const townships = groupBy(play.plan.contractsOn(on).filter(living), ({ person }) => person.centre);
  await sideBySide(townships, ([centre, plans]) => signAll(play, on, { centre, plans }));
  await sideBySide(play.plan.secondTriesOn(on).filter(living), (plan) => signElsewhere(play, on, plan));
}

interface TownshipDay {
  readonly centre: string;
  readonly plans: readonly ContractPlan[];
}

/** A township's teams sign all day; its system sends the day's signatures in one. */
async function signAll(play: Play, on: BusinessDate, { centre, plans }: TownshipDay): Promise<void> {
  const answers = await sendLines(play.offices.of(centre), play.state, {
    step: `sign ${on}`,
    path: '/contracts/v1/contracts/import',
    lines: plans.map(({ person, packageCodes }) => signing(play, on, { person, packageCodes, clinic: person.clinic })),
    about: about(...plans.map(({ person }) => person)),
  });
  for (const [index, { id: contractId }] of answers.entries()) {
    // A new contract; who ends it before its time has changed nothing else about it.
    if (contractId) play.state.contracts.set(plans[index]!.person.sourceNo, { contractId, version: 1 });
  }
}

/** Nobody is under contract twice in the whole county: the suite refuses it, wherever it is tried. */
async function signElsewhere(play: Play, on: BusinessDate, { person }: ContractPlan): Promise<void> {
  const others = centresOf(play.plan).filter((centre) => centre !== person.centre);
  const centre = others[person.ordinal % Math.max(1, others.length)] ?? person.centre;
  const clinic = play.plan.people.find((other) => other.centre === centre)!.clinic;
  await play.offices.of(centre).command({
    step: `sign again ${person.sourceNo}`,
    path: '/contracts/v1/contracts',
    body: signing(play, on, { person, packageCodes: ['GENERAL'], clinic }),
    about: about(person),
  });
}

interface Signing {
  readonly person: Person;
  readonly packageCodes: readonly string[];
  /** Village whose team signs. */
  readonly clinic: string;
}

function signing(play: Play, on: BusinessDate, { person, packageCodes, clinic }: Signing): object {
  const teamId = play.state.teams.get(clinic);
  return {
    residentId: residentIdOf(play, person),
    teamId,
    packageCodes,
    years,
    occurredAt: duringHour(on, 9, person.ordinal),
  };
}

/** Contracts that are ended before their time. */
export async function endContracts(play: Play, on: BusinessDate): Promise<void> {
  const { plan, offices, state } = play;
  await sideBySide(plan.earlyEndsOn(on), async ({ person, endsEarly }) => {
    const contract = state.contracts.get(person.sourceNo);
    if (!contract || state.isDead(person)) return;
    await offices.of(person.centre).command({
      step: `terminate ${person.sourceNo}`,
      path: `/contracts/v1/contracts/${contract.contractId}/terminate`,
      ifMatch: contract.version,
      body: { reason: endsEarly!.reason, occurredAt: duringHour(on, 17, person.ordinal) },
      about: about(person),
    });
  });
}

/** Whether the resident's contract changes on this day, so that what another service knows of it in this hour is not settled. */
export function contractChangesOn({ plan }: Play, on: BusinessDate): ReadonlySet<string> {
  return new Set([...plan.contractsOn(on), ...plan.earlyEndsOn(on)].map(({ person }) => person.sourceNo));
}
