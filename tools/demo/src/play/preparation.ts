import { addDays, firstDayOf, lastDayOf, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { duringHour } from '../plan/setting/calendar.ts';
import { sendLines } from './lines.ts';
import { centresOf, sideBySide, type Play } from './play.ts';

/** What is there before the month begins is dated on the eve of it. */
export function eveOf(month: string): BusinessDate {
  return addDays(firstDayOf(month), -1);
}

/** Registers everybody, township by township. */
export async function registerResidents(play: Play, tell: (what: string) => void): Promise<void> {
  const { plan, offices, state } = play;
  const parts = new Map<string, number>();
  for (const { centre, lines } of plan.residentChunks()) {
    const part = (parts.get(centre) ?? 0) + 1;
    parts.set(centre, part);
    const answers = await sendLines(offices.of(centre), state, {
      step: `residents ${part}`,
      path: '/registry/v1/residents/import',
      lines,
      about: lines.map(({ sourceNo }) => sourceNo),
    });
    for (const [index, { id }] of answers.entries()) if (id) state.residentIds.set(lines[index]!.sourceNo, id);
    tell(`residents ${state.residentIds.size} / ${plan.people.length}`);
  }
  for (const person of plan.people) {
    const residentId = state.residentIds.get(person.sourceNo);
    if (residentId) state.peopleById.set(residentId, person);
  }
}

/** Beds and slots for referrals: more than will be asked for, so that not the order of two acceptances decides who gets the last one. */
export async function openCapacities({ plan, offices, state }: Play): Promise<void> {
  const total = 40 + Math.ceil(plan.people.length / 20);
  const month = { from: firstDayOf(plan.month), to: lastDayOf(plan.month) };
  await sideBySide(plan.places.consortia, async ({ lead }) => {
    for (const kind of ['BED', 'SLOT'] as const) {
      const { capacityId } = await offices.of(lead).must<{ capacityId: Uuid }>({
        step: `capacity ${kind}`,
        path: '/referrals/v1/capacities',
        body: { departmentCode: 'MEDICINE', kind, ...month, total, occurredAt: duringHour(eveOf(plan.month), 9, 0) },
        about: [],
      });
      state.capacities.set(`${lead} ${kind}`, capacityId);
    }
  });
}

/** A team's village doctors, its GP and the others of 1 GP + X fit into the fifty members that a team may have. */
const clinicsOfTeam = 40;
/** Share of a GP's panel that is planned for: somebody may come on top. */
const panelUsed = 0.9;

/** Forms the specialist team of each lead hospital and the contract teams of the townships, each for some villages. */
export async function formTeams(play: Play): Promise<void> {
  const specialists = new Map<string, Uuid>();
  await sideBySide(play.plan.places.consortia, async ({ lead }) => {
    specialists.set(lead, await formSpecialistTeam(play, lead));
  });
  await sideBySide(centresOf(play.plan), (centre) => formContractTeams(play, centre, specialists));
}

async function formSpecialistTeam({ plan, offices }: Play, hospital: string): Promise<Uuid> {
  const doctors = plan.places.staffOf(hospital, 'SPECIALIST').slice(0, 4);
  const nurses = plan.places.staffOf(hospital, 'NURSE').slice(0, 2);
  const { teamId } = await offices.of(hospital).must<{ teamId: Uuid }>({
    step: 'specialist team',
    path: '/contracts/v1/teams',
    body: {
      teamCode: `S-${hospital}`,
      kind: 'SPECIALIST_TEAM',
      institutionCode: hospital,
      members: [
        ...members(doctors.slice(0, 1), 'SPECIALIST', true),
        ...members(doctors.slice(1), 'SPECIALIST'),
        ...members(nurses, 'NURSE'),
      ],
      specialistTeamIds: [],
      occurredAt: duringHour(eveOf(plan.month), 9, 0),
    },
    about: [],
  });
  return teamId;
}

async function formContractTeams(play: Play, centre: string, specialists: ReadonlyMap<string, Uuid>): Promise<void> {
  const { plan, offices, state } = play;
  const { places } = plan;
  const gps = places.staffOf(centre, 'GP');
  const specialistTeamIds = [specialists.get(places.parentOf(centre))!];
  for (const [index, served] of clinicsByTeam(play, centre, gps.length).entries()) {
    const others = ['NURSE', 'PH_DOCTOR', 'PHARMACIST'].flatMap((role) =>
      members(places.staffOf(centre, role).slice(0, 1), role),
    );
    const villageDoctors = served.flatMap((clinic) => places.staffOf(clinic, 'VILLAGE_DOCTOR'));
    const { teamId } = await offices.of(centre).must<{ teamId: Uuid }>({
      step: `contract team ${index + 1}`,
      path: '/contracts/v1/teams',
      body: {
        teamCode: `T-${centre}-${index + 1}`,
        kind: 'CONTRACT_TEAM',
        institutionCode: centre,
        members: [...members([gps[index]!], 'GP', true), ...others, ...members(villageDoctors, 'VILLAGE_DOCTOR')],
        specialistTeamIds,
        occurredAt: duringHour(eveOf(plan.month), 10, index),
      },
      about: [],
    });
    for (const clinic of served) state.teams.set(clinic, teamId);
  }
}

/** The villages of a township, dealt out to as many teams as its contracts and its doctors ask for. */
function clinicsByTeam({ plan }: Play, centre: string, gps: number): string[][] {
  const clinics = [...new Set(plan.people.filter((person) => person.centre === centre).map(({ clinic }) => clinic))].sort();
  const byPanel = Math.ceil((plan.contractsByCentre().get(centre) ?? 0) / (plan.rules.panelLimitPersons * panelUsed));
  const teams = Math.min(gps, Math.max(1, byPanel, Math.ceil(clinics.length / clinicsOfTeam)));
  return Array.from({ length: teams }, (_, team) => clinics.filter((__, index) => index % teams === team));
}

function members(codes: readonly string[], role: string, leads = false) {
  return codes.map((practitionerCode) => ({ practitionerCode, role, leads }));
}

interface PolicyRow {
  readonly policyId: Uuid;
  readonly insuranceType: string;
  readonly year: number;
  readonly policyVersion: number;
}

/** The insurance that the consortium's package is for: employees' money is pooled by the prefecture, not by the county. */
export const pooledInsurance = 'RESIDENT';

/** Opens the year's fund pool of each consortium in whose area somebody is insured, by the newest policy of the year. */
export async function openPools({ plan, offices }: Play): Promise<void> {
  const year = Number(plan.month.slice(0, 4));
  const office = offices.of('insurance');
  const policies = await office.list<PolicyRow>('/settlement/v1/policies');
  const fitting = policies.filter((policy) => policy.year === year && policy.insuranceType === pooledInsurance);
  const newest = fitting.sort((a, b) => b.policyVersion - a.policyVersion)[0];
  if (!newest) throw new Error(`settlement has no policy for ${pooledInsurance} in ${year}`);
  const insured = plan.people.filter(({ insuranceType }) => insuranceType === pooledInsurance);
  const leads = new Set(insured.map(({ hospital }) => hospital));
  for (const { code } of plan.places.consortia.filter(({ lead }) => leads.has(lead))) {
    await office.must({
      step: `pool ${code}`,
      path: '/settlement/v1/pools',
      body: {
        consortiumCode: code,
        insuranceType: pooledInsurance,
        year,
        policyId: newest.policyId,
        occurredAt: duringHour(eveOf(plan.month), 11, 0),
      },
      about: [],
    });
  }
}
