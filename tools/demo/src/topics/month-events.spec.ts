import { describe, expect, it } from '@jest/globals';
import { claimReceived, referralClosed, residentChanged } from '@yigongti/events';
import type { TopicEvent } from './event-reader.ts';
import { MonthReading } from './month-events.ts';

const event = (eventId: string, type: string, data: Record<string, unknown> = {}, correlationId = 'c') =>
  ({ eventId, type, data, correlationId }) as unknown as TopicEvent;
const read = (...events: TopicEvent[]) => {
  const reading = new MonthReading({ residentId: 'r', correlationIds: new Set(['told']) });
  for (const one of events) reading.take(one);
  return reading;
};

describe('what the topics tell', () => {
  it('counts an event once that a relay published twice', () => {
    const twice = event('1', claimReceived.type, { totalFen: 700 });
    const { counts, claimsFen } = read(twice, twice, event('2', claimReceived.type, { totalFen: 1 }));
    expect([counts.get(claimReceived.type), claimsFen]).toEqual([2, 701n]);
  });

  it('counts a follow-up once that closes a down-referral and its parent, and no death', () => {
    const closed = (id: string, followUpTaskId: string | null) => event(id, referralClosed.type, { followUpTaskId });
    expect(read(closed('1', 't1'), closed('2', 't1'), closed('3', 't2'), closed('4', null)).followUpsClosed).toBe(2);
  });

  it("keeps the patient's own events, and whatever his own requests led to", () => {
    const { story } = read(
      event('1', residentChanged.type, { residentId: 'r' }),
      event('2', residentChanged.type, { residentId: 'another' }),
      event('3', 'cn.yigongti.referrals.capacity.held.v1', {}, 'told'),
    );
    expect(story.map(({ eventId }) => eventId)).toEqual(['1', '3']);
  });
});
