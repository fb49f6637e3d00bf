import type { BusinessDate, Uuid } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { ContractPlan } from '../../plan/contracts.ts';
import type { Person } from '../../plan/setting/people.ts';
import { about, centresOf, residentIdOf, sideBySide, type Play } from '../play.ts';

interface ContractView {
  readonly contractId: Uuid;
  readonly version: number;
}

/** The county's usual term. */
const years = 1;

/** The day's signings; and another township that tries to sign somebody who has a contract already. */
export async function signContracts(play: Play, on: BusinessDate): Promise<void> {
  const living = (plan: ContractPlan) => !play.state.isDead(plan.person);
  await sideBySide(play.plan.contractsOn(on).filter(living), (plan) => sign(play, on, plan));
  await sideBySide(play.plan.secondTriesOn(on).filter(living), (plan) => signElsewhere(play, on, plan));
}

async function sign(play: Play, on: BusinessDate, { person, packageCodes }: ContractPlan): Promise<void> {
  const { offices, state } = play;
  const answer = await offices.of(person.centre).command<ContractView>({
    step: `sign ${person.sourceNo}`,
    path: '/contracts/v1/contracts',
    body: signing(play, on, { person, packageCodes, clinic: person.clinic }),
    about: about(person),
  });
  if (answer.ok) state.contracts.set(person.sourceNo, answer.view);
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
