import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineService } from '@yigongti/service-host';
import { z } from 'zod';
import { documentsOf, driftOf, writeDocuments } from './documents.ts';
import { ambiguousCodes } from './problems-page.ts';

@Module({})
class Empty {}

const service = defineService({
  name: 'contracts',
  schema: 'contracts',
  titleZh: '签约',
  titleEn: 'Contracts',
  module: Empty,
  rows: [],
  migrations: [],
  consumers: [],
  access: [],
  profile: z.object({}),
  refusals: [{ code: 'contracts.contract.already-signed', kind: 'conflict', titleZh: '已签约', titleEn: 'Already signed' }],
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yigongti-test-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the documents of the interfaces', () => {
  it('are an OpenAPI 3.1 document per service, and a page with every code at its status', async () => {
    const documents = await documentsOf([service]);
    expect([...documents.keys()]).toEqual(['docs/api/contracts.openapi.json', 'docs/api/problems.md']);
    expect(JSON.parse(documents.get('docs/api/contracts.openapi.json')!)).toMatchObject({ openapi: '3.1.0' });
    expect(documents.get('docs/api/problems.md')).toContain(
      '| `contracts.contract.already-signed` | 409 | 已签约 | Already signed |',
    );
  });

  it('are the same twice, and any difference from the committed ones is found', async () => {
    const documents = await documentsOf([service]);
    writeDocuments(root, documents);
    expect(driftOf(root, await documentsOf([service]))).toEqual([]);
    writeFileSync(join(root, 'docs/api/problems.md'), 'other');
    writeFileSync(join(root, 'docs/api/gone.openapi.json'), '{}');
    expect(driftOf(root, documents)).toEqual([
      'docs/api/problems.md is out of date',
      'docs/api/gone.openapi.json belongs to no service',
    ]);
  });

  it('may not use one code for two things', () => {
    const other = { ...service, refusals: [{ ...service.refusals[0]!, titleEn: 'Something else' }] };
    expect(ambiguousCodes([service, service])).toEqual([]);
    expect(ambiguousCodes([service, other])).toEqual(['contracts.contract.already-signed']);
  });
});
