import { describe, expect, it } from '@jest/globals';
import type { RecordedStep } from '../http/journal.ts';
import type { TopicEvent } from '../topics/event-reader.ts';
import { storyOf, tellStory } from './story.ts';

const request = (correlationId: string, about: RecordedStep['about'] = ['R1']): RecordedStep => ({
  correlationId,
  method: 'POST',
  path: `/${correlationId}`,
  status: 200,
  by: 'H1',
  at: undefined,
  about,
});

const event = (eventId: string, correlationId: string, more: Partial<TopicEvent> = {}) =>
  ({
    eventId,
    correlationId,
    causationId: null,
    topic: 't',
    key: 'k',
    type: 'x',
    aggregateVersion: 1,
    data: {},
    ...more,
  }) as TopicEvent;

describe('the story of a patient', () => {
  it('puts each event to the request that it came from, however far', () => {
    const steps = tellStory(
      [request('a'), request('b')],
      [event('2', 'b'), event('1', 'a'), event('3', 'a', { causationId: '1' })],
    );
    expect(steps.map(({ events }) => events.map(({ eventId }) => eventId))).toEqual([['1', '3'], ['2']]);
  });

  it('tells a cause before its effects, wherever they lie', () => {
    const events = [
      event('effect', 'a', { topic: 'a', causationId: 'cause' }),
      event('cause', 'a', { topic: 'z', aggregateVersion: 2 }),
      event('first', 'a', { topic: 'z', aggregateVersion: 1 }),
      event('from outside', 'a', { topic: 'y', causationId: 'of another patient' }),
    ];
    const [step] = tellStory([request('a')], events);
    expect(step!.events.map(({ eventId }) => eventId)).toEqual(['from outside', 'first', 'cause', 'effect']);
  });

  it('leaves out what is about nobody in particular and led to nothing for him', () => {
    const steps = tellStory(
      [request('sweep', 'whoever'), request('quiet sweep', 'whoever'), request('c', 'county')],
      [event('1', 'sweep')],
    );
    expect(steps.map((step) => step.request.correlationId)).toEqual(['sweep', 'c']);
  });

  it('is written down without what only people read', () => {
    expect(storyOf(tellStory([request('a')], [event('1', 'a')]))).toEqual([
      {
        request: { method: 'POST', path: '/a', status: 200 },
        events: [{ topic: 't', key: 'k', type: 'x', id: '1', aggregateVersion: 1 }],
      },
    ]);
  });
});
