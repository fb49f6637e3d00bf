import { formatYuan } from '@yigongti/kernel';
import type { TopicEvent } from '../topics/event-reader.ts';

type Data = TopicEvent['data'];
type Facts = (data: Data) => readonly string[];

const yuan = (data: Data, field: string) => formatYuan(BigInt(data[field] as number));
const mark = (data: Data, field: string) => (data[field] === true ? '✓' : '✗');

/** What a reader wants to know of an event beside its name; nothing that would tell a stranger who the patient is. */
const factsByFact: Readonly<Record<string, Facts>> = {
  'contracts.contract.signed': (data) => [`${(data.packageCodes as string[]).join(' + ')}, to ${String(data.endsOn)}`],
  'public-health.task.opened': (data) => [`due ${String(data.due)}`],
  'public-health.task.completed': (data) => (data.classification === null ? [] : [String(data.classification)]),
  'public-health.task.referral-suggested': (data) => [(data.reasonCodes as string[]).join(', ')],
  'referrals.referral.submitted': (data) => [`${String(data.direction)}, queue ${String(data.queueClass)}`],
  'referrals.referral.outcome-sent': (data) => [String(data.outcome)],
  'settlement.claim.received': (data) => [
    `${yuan(data, 'totalFen')} yuan, fund ${yuan(data, 'fundPaidFen')}`,
    `referral ${mark(data, 'referralApplied')}`,
  ],
  'settlement.run.month-cleared': (data) => [`fund ${yuan(data, 'fundFen')}, allocated ${yuan(data, 'allocatedFen')}`],
};

export function factsOf({ type, data }: TopicEvent): string {
  const name = type.replace(/^cn\.yigongti\./, '').replace(/\.v\d+$/, '');
  return factsByFact[name]?.(data).join(', ') ?? '';
}
