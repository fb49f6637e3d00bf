import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { eventRegistry, owners, topicsOf } from '@yigongti/events';
import { parse } from 'yaml';
import { partitions } from './topics.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const parser = new Parser();
/** DiagnosticSeverity: 0 error, 1 warning. */
const worthReading = 1;

async function parseDocument(service: string, text?: string) {
  const source = join(root, 'docs/events', `${service}.asyncapi.yaml`);
  const { document, diagnostics } = await parser.parse(text ?? readFileSync(source, 'utf8'), { source });
  const findings = diagnostics
    .filter(({ severity }) => severity <= worthReading)
    .map(({ path, message }) => `${path.join('/')}: ${message}`);
  return { document, findings };
}

describe.each(owners)('the AsyncAPI document of %s', (service) => {
  it('is valid, and holds every event of the service with its payload and examples', async () => {
    const { document, findings } = await parseDocument(service);
    expect(findings).toEqual([]);
    const sent = document!
      .operations()
      .filterBySend()
      .flatMap((operation) => operation.messages().all());
    const own = eventRegistry.definitions.filter(({ owner }) => owner === service);
    expect(sent.map((message) => message.name()).sort()).toEqual(own.map(({ type }) => type).sort());
    for (const message of document!.allMessages().all()) {
      expect(message.payload()!.required()).toContain('occurredAt');
      expect(message.headers()!.required()).toContain('ce_id');
      expect(message.examples().length).toBeGreaterThan(1);
    }
  });
});

describe('an AsyncAPI document that is wrong', () => {
  const text = () => readFileSync(join(root, 'docs/events/contracts.asyncapi.yaml'), 'utf8');
  it.each([
    [
      'a schema that is none',
      (document: string) => document.replace('type: boolean', 'type: bool').replace('type: integer', 'type: int'),
    ],
    [
      'a message that does not exist',
      (document: string) =>
        document.replace('#/components/messages/cn.yigongti.contracts.team.formed.v1', '#/components/messages/nobody'),
    ],
    ['an operation that neither sends nor receives', (document: string) => document.replace('action: send', 'action: shout')],
  ])('is found: %s', async (_, change) => {
    expect(change(text())).not.toBe(text());
    const { findings } = await parseDocument('contracts', change(text()));
    expect(findings).not.toEqual([]);
  });
});

describe('deploy/kafka/topics.yaml', () => {
  it('has every topic, twelve partitions each, state compacted and facts kept for good', () => {
    const { topics } = parse(readFileSync(join(root, 'deploy/kafka/topics.yaml'), 'utf8'));
    expect(topics).toEqual(
      topicsOf().map(({ name, owner, kind }) => ({
        name,
        owner,
        kind,
        partitions: 12,
        settings: {
          'cleanup.policy': kind === 'state' ? 'compact' : 'delete',
          'retention.ms': '-1',
          'compression.type': 'producer',
        },
      })),
    );
    expect(partitions).toBe(12);
  });
});
