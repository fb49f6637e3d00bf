import { addDays, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { duringHour } from '../../plan/setting/calendar.ts';
import type { CoursePlan } from '../../plan/course.ts';
import type { VisitPlan } from '../../plan/encounters.ts';
import type { Person } from '../../plan/setting/people.ts';
import { contractChangesOn } from '../care/contracting.ts';
import { about, centresOf, residentIdOf, sideBySide, type Play } from '../play.ts';

/** A referral as its answers show it, as much of it as the institutions' systems need. */
export interface ReferralView {
  readonly referralId: Uuid;
  readonly referralNo: string;
  readonly version: number;
  readonly status: string;
  readonly direction: 'UP' | 'DOWN' | 'LATERAL';
  readonly origin: 'MANUAL' | 'SUGGESTION' | 'DOWN_OF_PARENT';
  readonly residentId: Uuid;
  readonly fromInstitutionCode: string;
  readonly toInstitutionCode: string;
  readonly urgency: CoursePlan['urgency'] | null;
  readonly diagnosisCodes: readonly string[] | null;
  readonly suggestionTaskId: Uuid | null;
  readonly draftedAt: string;
  readonly downReferralId: Uuid | null;
}

export const referralsPath = '/referrals/v1/referrals';

/** Drafts that public-health's rules have suggested and that nobody has looked at yet; read in the morning. */
export async function readSuggestions({ plan, offices }: Play): Promise<ReferralView[]> {
  const lists: ReferralView[][] = [];
  await sideBySide(centresOf(plan), async (centre) => {
    lists.push(await offices.of(centre).list<ReferralView>(`${referralsPath}?status=DRAFT&direction=UP`));
  });
  return lists.flat().filter(({ origin }) => origin === 'SUGGESTION');
}

/** Referrals that the visits of the day ask for, and the suggested ones that a doctor has looked at. */
export async function sendReferrals(
  play: Play,
  on: BusinessDate,
  asked: { readonly visits: readonly VisitPlan[]; readonly suggestions: readonly ReferralView[] },
): Promise<void> {
  const unsettled = contractChangesOn(play, on);
  const ready = (person: Person) => play.state.mayBeSent(person, on) && !unsettled.has(person.sourceNo);
  const suggestions = oneEach(
    asked.suggestions.flatMap((draft) => {
      const person = play.state.peopleById.get(draft.residentId);
      return person && ready(person) ? [{ person, draft }] : [];
    }),
  );
  for (const { person } of suggestions) play.state.sendAway(person);
  const visits = oneEach(asked.visits.filter(({ person }) => ready(person)));
  for (const { person } of visits) play.state.sendAway(person);
  await sideBySide(visits, (visit) => referVisit(play, on, visit));
  await sideBySide(suggestions, (suggestion) => referSuggested(play, on, suggestion));
}

/** One referral a person and day: of two suggestions the older one. */
function oneEach<T extends { readonly person: Person; readonly draft?: ReferralView }>(wishes: readonly T[]): T[] {
  const byPerson = new Map<string, T>();
  const sorted = [...wishes].sort((a, b) => ((a.draft?.draftedAt ?? '') < (b.draft?.draftedAt ?? '') ? -1 : 1));
  for (const wish of sorted) if (!byPerson.has(wish.person.sourceNo)) byPerson.set(wish.person.sourceNo, wish);
  return [...byPerson.values()];
}

async function referVisit(play: Play, on: BusinessDate, { person, institution, case: seen }: VisitPlan): Promise<void> {
  const { plan, offices } = play;
  const occasion = { person, label: on, receiver: person.hospital, diagnosisCode: null, urgency: null };
  const course = plan.courseOf(occasion);
  const office = offices.of(institution);
  const draft = await office.command<ReferralView>({
    step: `refer ${person.sourceNo} ${on}`,
    path: referralsPath,
    body: {
      residentId: residentIdOf(play, person),
      direction: 'UP',
      toInstitutionCode: person.hospital,
      diagnosisCodes: [seen.diagnosisCode],
      reasonCodes: [course.visitType === 'INPATIENT' ? 'BEYOND_CAPABILITY' : 'UNCLEAR_DIAGNOSIS'],
      occurredAt: duringHour(on, 11, person.ordinal),
    },
    about: about(person),
  });
  if (draft.ok) await submit(play, on, { person, course, draft: draft.view });
  else keep(play, on, person);
}

async function referSuggested(
  play: Play,
  on: BusinessDate,
  { person, draft }: { person: Person; draft: ReferralView },
): Promise<void> {
  const [diagnosisCode = null] = draft.diagnosisCodes ?? [];
  const label = `suggested ${draft.draftedAt.slice(0, 10)}`;
  const course = play.plan.courseOf({ person, label, receiver: draft.toInstitutionCode, diagnosisCode, urgency: draft.urgency });
  await submit(play, on, { person, course, draft });
}

interface Submission {
  readonly person: Person;
  readonly course: CoursePlan;
  readonly draft: ReferralView;
}

/** Completes the form and lets it go. */
async function submit(play: Play, on: BusinessDate, { person, course, draft }: Submission): Promise<void> {
  const { plan, offices, state } = play;
  const { referralId, referralNo, fromInstitutionCode: from, toInstitutionCode: to } = draft;
  const submittedAt = duringHour(on, 12, person.ordinal);
  const answer = await offices.of(from).command<ReferralView>({
    step: `submit ${person.sourceNo} ${draft.draftedAt}`,
    path: `${referralsPath}/${referralId}/submit`,
    ifMatch: draft.version,
    body: {
      practitionerCode: plan.places.doctorOf(from),
      visitType: course.visitType,
      urgency: course.urgency,
      purpose: 'TREATMENT',
      summary: '病情超出本机构诊治能力，请上级医院进一步诊治（模拟）',
      windowStart: on,
      windowEnd: addDays(on, plan.rules.arrivalWindowDays),
      consentSignedAt: submittedAt,
      transport: course.urgency === 'EMERGENCY' ? 'EMS_120' : 'SELF',
      occurredAt: submittedAt,
    },
    about: about(person),
  });
  if (!answer.ok) return keep(play, on, person);
  const { version } = answer.view;
  state.courses.set(referralId, { person, plan: course, referralId, referralNo, from, to, version, admittedOn: null });
}

/** Refused, most often because an earlier referral to the same hospital is still open: the patient stays until its window is over. */
function keep({ plan, state }: Play, on: BusinessDate, person: Person): void {
  state.comeBack(person);
  state.waitUntil(person, addDays(on, plan.rules.arrivalWindowDays + 1));
}
