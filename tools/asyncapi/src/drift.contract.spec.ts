import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventRegistry } from '@yigongti/events';
import { audienceFaults } from './rules/audience.ts';
import { foreignCreations, neverCreated, serviceSources } from './rules/creators.ts';
import { documentsOf } from './documents/documents.ts';
import { driftOf } from './drift.ts';
import { readSubscribers } from './subscriptions.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const subscribers = await readSubscribers(root);

describe('the committed documents of the events', () => {
  it('are what the events and the services’ lists of consumers say', () => {
    expect(driftOf(root, documentsOf(subscribers))).toEqual([]);
  });
});

describe('the services', () => {
  it('all have a list of consumers, but registry: it listens to nobody', () => {
    expect(subscribers.withoutList.filter((service) => service !== 'registry')).toEqual([]);
  });

  it('listen to every event, or its file says why nobody does', () => {
    expect(audienceFaults(eventRegistry.definitions, subscribers)).toEqual([]);
  });

  it('create their own events only, and each of them', () => {
    const sources = serviceSources(root);
    expect(foreignCreations(sources)).toEqual([]);
    expect(neverCreated(sources)).toEqual([]);
  });
});
