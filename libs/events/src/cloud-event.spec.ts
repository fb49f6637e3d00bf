import { describe, expect, it } from '@jest/globals';
import { fromCloudEventHeaders, InvalidEnvelope, toCloudEventHeaders } from './cloud-event.ts';
import { exampleId } from './example-values.ts';
import { referralAccepted } from './referrals/index.ts';

const where = { county: 'changle', now: new Date('2026-05-31T16:00:00.007Z') };
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const meta = {
  eventId: exampleId(900),
  aggregateVersion: 7,
  correlationId: exampleId(901),
  causationId: null,
  traceparent: null,
};
const event = (more: Partial<typeof meta> | { causationId?: string; traceparent?: string } = {}) =>
  referralAccepted.create(referralAccepted.examples[0]!, { ...meta, ...more });
const headers = toCloudEventHeaders(event({ causationId: exampleId(902), traceparent }), where);

describe('the headers of a record', () => {
  it('are the CloudEvents attributes of the Kafka binding in binary mode', () => {
    expect(headers).toEqual({
      ce_specversion: '1.0',
      ce_id: meta.eventId,
      ce_source: '/changle/referrals',
      ce_type: 'cn.yigongti.referrals.referral.accepted.v1',
      ce_subject: referralAccepted.examples[0]!.referralId,
      ce_time: '2026-06-01T00:00:00.007+08:00',
      ce_dataschema: 'urn:yigongti:schema:cn.yigongti.referrals.referral.accepted.v1',
      ce_county: 'changle',
      ce_aggversion: '7',
      ce_correlationid: meta.correlationId,
      ce_causationid: exampleId(902),
      traceparent,
      'content-type': 'application/json',
    });
  });

  it('leave out what has no value: an attribute may not be empty (CloudEvents 1.0, 3)', () => {
    const bare = toCloudEventHeaders(event(), where);
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['ce_causationid']));
    expect(bare).not.toHaveProperty('traceparent');
    expect(Object.values(bare)).not.toContain('');
  });

  it('name attributes in lower-case letters and digits only (CloudEvents 1.0, naming convention)', () => {
    for (const name of Object.keys(headers).filter((header) => header.startsWith('ce_')))
      expect(name).toMatch(/^ce_[a-z0-9]{1,20}$/);
  });

  it('have absolute URIs or URI references where the attribute is one', () => {
    expect(new URL(headers.ce_source!, 'kafka://broker').pathname).toBe('/changle/referrals');
    expect(new URL(headers.ce_dataschema!).protocol).toBe('urn:');
  });
});

describe('reading the headers', () => {
  const envelope = {
    eventId: meta.eventId,
    type: referralAccepted.type,
    source: '/changle/referrals',
    aggregateId: referralAccepted.examples[0]!.referralId,
    aggregateVersion: 7,
    time: '2026-06-01T00:00:00.007+08:00',
    dataSchemaUri: referralAccepted.dataSchemaUri,
    county: 'changle',
    correlationId: meta.correlationId,
    causationId: exampleId(902),
    traceparent,
  };
  const asBuffers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value)]));

  it.each([
    ['strings', headers],
    ['buffers', asBuffers],
    ['a header that came twice', { ...asBuffers, ce_id: [Buffer.from(meta.eventId), Buffer.from('other')] }],
    ['a content type with a charset', { ...headers, 'content-type': 'application/json; charset=utf-8' }],
    ['names in another case', Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))],
    ['headers of somebody else beside ours', { ...headers, 'x-proxy': 'p', ce_tenant: 't' }],
  ])('takes %s', (_, given) => {
    expect(fromCloudEventHeaders(given)).toEqual(envelope);
  });

  it('reads what was left out as null', () => {
    const bare = fromCloudEventHeaders(toCloudEventHeaders(event(), where));
    expect(bare).toMatchObject({ causationId: null, traceparent: null });
  });

  it.each([
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_subject',
    'ce_time',
    'ce_dataschema',
    'ce_county',
    'ce_aggversion',
    'ce_correlationid',
    'content-type',
  ])('refuses a record without %s', (name) => {
    expect(() => fromCloudEventHeaders({ ...headers, [name]: undefined })).toThrow(
      new InvalidEnvelope(`the header ${name} is missing`),
    );
  });

  it.each([
    ['ce_specversion', '0.3'],
    ['ce_aggversion', '0'],
    ['ce_aggversion', '1e3'],
    ['ce_time', 'yesterday'],
    ['content-type', 'application/cloudevents+json'],
  ])('refuses %s of %s without repeating it', (name, value) => {
    expect(() => fromCloudEventHeaders({ ...headers, [name]: value })).toThrow(
      new InvalidEnvelope(`the header ${name} is malformed`),
    );
  });
});
