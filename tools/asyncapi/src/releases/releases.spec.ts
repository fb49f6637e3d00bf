import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineEvent, type EventDefinition, type Status } from '@yigongti/events';
import { z } from 'zod';
import { appendReleases, missingReleases, releasesOf } from './releases.ts';

const example = { orderId: 'A', occurredAt: '2026-06-01T09:30:00+08:00', recordedAt: '2026-06-01T09:30:00+08:00' };

const order = (status: Status, fields: z.ZodRawShape = {}) =>
  defineEvent({
    name: 'contracts.test-order.placed',
    version: 1,
    owner: 'contracts',
    keyField: 'orderId',
    topicKind: 'facts',
    status,
    titleZh: '下单',
    titleEn: 'An order was placed',
    data: z.strictObject({ orderId: z.string(), ...fields }),
    examples: [example, example] as never,
  }) as EventDefinition;

describe('releases', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'test-releases-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are not made of drafts', () => {
    expect(appendReleases(root, [order('draft')])).toEqual([]);
    expect(releasesOf(root)).toEqual([]);
  });

  it('are made once, and then again for each change, beside the earlier ones', () => {
    const first = 'docs/events/released/cn.yigongti.contracts.test-order.placed.v1.1.json';
    const second = 'docs/events/released/cn.yigongti.contracts.test-order.placed.v1.2.json';
    const wider = order('released', { note: z.string().optional() });
    expect(missingReleases(root, [order('released')]).map(({ path }) => path)).toEqual([first]);
    expect(appendReleases(root, [order('released')])).toEqual([first]);
    expect(missingReleases(root, [order('released')])).toEqual([]);
    const kept = readFileSync(join(root, first), 'utf8');
    expect(appendReleases(root, [wider])).toEqual([second]);
    expect(readFileSync(join(root, first), 'utf8')).toBe(kept);
    expect(releasesOf(root).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(missingReleases(root, [wider])).toEqual([]);
  });
});
