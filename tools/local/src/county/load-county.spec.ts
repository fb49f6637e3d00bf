import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CountyLoad } from '@yigongti/tool-counties';
import { scopeOf } from '../issuer/local-client.ts';
import { loadCounty, told } from './load-county.ts';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

/** Answers of the suite by path, taken in order; the last one stays. */
const answers = new Map<string, Answer[]>();
const requests: { path: string; key: string; client: string }[] = [];
const server = createServer((request, response) => {
  void read(request).then(() => {
    const path = request.url!;
    if (path === '/token') return response.end(JSON.stringify({ access_token: request.headers.authorization!.split(' ')[1] }));
    const client = Buffer.from(request.headers.authorization!.split(' ')[1]!, 'base64').toString().split(':')[0]!;
    requests.push({ path, client, key: String(request.headers['idempotency-key']) });
    const queue = answers.get(path)!;
    const { status, headers, body } = queue.length > 1 ? queue.shift()! : queue[0]!;
    return response.writeHead(status, headers).end(body);
  });
});

const load = {
  institutions: [{ institutionCode: 'H1' }, { institutionCode: 'H2' }],
  practitioners: [{ practitionerCode: 'D1' }],
  catalogues: [{ catalogueCode: 'DIP' }],
  policies: [{ policyCode: 'P1' }],
  schemes: [{ schemeCode: 'S1' }],
} as unknown as CountyLoad;

describe('loading a county', () => {
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    requests.length = 0;
    answers.set('/registry/v1/institutions/import', [lines('created', 'created')]);
    answers.set('/registry/v1/practitioners/import', [lines('unchanged')]);
    answers.set('/registry/v1/catalogues/import', [lines('created')]);
    answers.set('/settlement/v1/policies', [{ status: 201, body: '{}' }]);
    answers.set('/assessment/v1/schemes', [{ status: 201, body: '{}', headers: { 'idempotency-replayed': 'true' } }]);
  });
  const run = () => {
    const clients = (['registrar', 'insurance', 'bureau'] as const).map((clientId) => ({
      clientId,
      clientSecret: 'a-secret-that-is-long-enough',
      org: 'H1',
      role: 'REGISTRAR' as const,
      scope: scopeOf('REGISTRAR'),
    }));
    const issuer = { url, tokenEndpoint: `${url}/token`, jwksUri: `${url}/jwks`, audience: 'yigongti' };
    return loadCounty({ gateway: url, issuer, clients }, load);
  };

  it('is done by the offices whose task it is, and counts what is new', async () => {
    expect((await run()).map(told)).toEqual([
      '2 institutions 机构 (+2)',
      '1 practitioners 医务人员',
      '1 catalogues 目录 (+1)',
      '1 payment policies 支付政策 (+1)',
      '1 assessment schemes 考核方案',
    ]);
    expect(new Map(requests.map(({ path, client }) => [path, client]))).toEqual(
      new Map([
        ['/registry/v1/institutions/import', 'registrar'],
        ['/registry/v1/practitioners/import', 'registrar'],
        ['/registry/v1/catalogues/import', 'registrar'],
        ['/settlement/v1/policies', 'insurance'],
        ['/assessment/v1/schemes', 'bureau'],
      ]),
    );
  });

  it('sends the same under the same key, so that a second start adds nothing', async () => {
    await run();
    const keys = new Set(requests.map(({ key }) => key));
    expect(keys.size).toBe(5);
    await run();
    expect(new Set(requests.map(({ key }) => key))).toEqual(keys);
  });

  it('asks again when a service has not heard of something yet', async () => {
    const early = { status: 422, headers: { 'retry-after': '1' }, body: '{"code":"settlement.policy.catalogue-not-projected"}' };
    answers.set('/settlement/v1/policies', [early, early, { status: 201, body: '{}' }]);
    expect((await run())[3]).toMatchObject({ added: 1 });
    expect(requests.filter(({ path }) => path === '/settlement/v1/policies')).toHaveLength(3);
  });

  it('leaves a policy as it was published before, and says so', async () => {
    answers.set('/settlement/v1/policies', [{ status: 409, body: '{"code":"settlement.policy.already-published"}' }]);
    expect(told((await run())[3]!)).toBe('1 payment policies 支付政策 (1 kept as published before 沿用已发布版本)');
  });

  it('fails with the lines that were refused, or with what the service said', async () => {
    answers.set('/registry/v1/institutions/import', [lines('created', 'refused')]);
    await expect(run()).rejects.toThrow(
      'refused 1 of 2 lines:\n  line 2: registry.institution.parent-unknown /parentCode No such parent',
    );
    answers.set('/registry/v1/institutions/import', [{ status: 403, body: '{"code":"access.role-denied"}' }]);
    await expect(run()).rejects.toThrow(
      'POST /registry/v1/institutions/import was answered with 403: {"code":"access.role-denied"}',
    );
  });
});

function lines(...statuses: string[]): Answer {
  const refusal = {
    code: 'registry.institution.parent-unknown',
    titleZh: '上级机构不存在',
    titleEn: 'No such parent',
    pointer: '/parentCode',
  };
  const results = statuses.map((status, index) => ({
    line: index + 1,
    status,
    ...(status === 'refused' && { errors: [refusal] }),
  }));
  return { status: 200, body: results.map((result) => `${JSON.stringify(result)}\n`).join('') };
}

async function read(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}
