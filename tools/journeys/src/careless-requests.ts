import type { ResidentLine } from '@yigongti/tool-demo';
import type { StackClient } from './stack-client.ts';

/** Requests of a client that writes personal data where they do not belong; gives what it was told. */
export async function askCarelessly(client: StackClient, { name, nationalId, phone }: ResidentLine): Promise<string[]> {
  const township = client.ofRole('TOWNSHIP_CENTRE');
  const written = encodeURIComponent(name);
  const json = { 'content-type': 'application/json', 'idempotency-key': 'careless' };
  const at = '2026-06-10T09:00:00+08:00';
  const wrongId = `${nationalId.slice(0, 17)}${nationalId.endsWith('0') ? '1' : '0'}`;
  const line = {
    sourceNo: 'X1',
    sourceVersion: 1,
    nationalId: wrongId,
    name,
    phone,
    address: phone,
    insuranceType: name,
    occurredAt: at,
  };
  const requests: [string, Parameters<StackClient['ask']>[2]][] = [
    [`/registry/v1/residents/${nationalId}`, {}],
    [`/registry/v1/residents/${written}`, {}],
    [`/registry/v1/institutions/${nationalId}`, {}],
    [`/registry/v1/people/${nationalId}?name=${written}`, {}],
    [`/contracts/v1/contracts?residentId=${nationalId}`, {}],
    [`/referrals/v1/referrals/${written}/submit`, { method: 'POST', headers: json, body: JSON.stringify({ summary: name }) }],
    [
      '/contracts/v1/contracts',
      { method: 'POST', headers: json, body: JSON.stringify({ residentId: name, teamId: phone, years: name }) },
    ],
    ['/contracts/v1/contracts', { method: 'POST', headers: json, body: `{"residentId":"${nationalId}" "${name}"` }],
    ['/registry/v1/residents/lookup', { method: 'POST', headers: json, body: JSON.stringify({ nationalIds: [name, wrongId] }) }],
    [
      '/registry/v1/residents/import',
      {
        method: 'POST',
        headers: { ...json, 'content-type': 'application/x-ndjson' },
        body: `${JSON.stringify(line)}\n{"name":"${name}"`,
      },
    ],
  ];
  const told: string[] = [];
  for (const [url, asking] of requests) told.push((await client.ask(township, url, asking)).text);
  return told;
}
