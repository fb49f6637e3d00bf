import type { ResidentLine } from '@yigongti/tool-demo';
import type { Asking, StackClient } from './stack-client.ts';

/** Requests of a client that writes personal data where they do not belong; gives what it was told. */
export async function askCarelessly(client: StackClient, patient: ResidentLine): Promise<string[]> {
  const township = client.ofRole('TOWNSHIP_CENTRE');
  const told: string[] = [];
  for (const [url, asking] of [...carelessReads(patient), ...carelessCommands(patient)]) {
    told.push((await client.ask(township, url, asking)).text);
  }
  return told;
}

type Careless = [url: string, asking: Asking];

function carelessReads({ name, nationalId }: ResidentLine): Careless[] {
  const written = encodeURIComponent(name);
  return [
    [`/registry/v1/residents/${nationalId}`, {}],
    [`/registry/v1/residents/${written}`, {}],
    [`/registry/v1/institutions/${nationalId}`, {}],
    [`/registry/v1/people/${nationalId}?name=${written}`, {}],
    [`/contracts/v1/contracts?residentId=${nationalId}`, {}],
  ];
}

function carelessCommands({ name, nationalId, phone }: ResidentLine): Careless[] {
  const sent = (type: string, body: string): Asking => ({
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': 'careless' },
    body,
  });
  const json = (body: object) => sent('application/json', JSON.stringify(body));
  const wrongId = `${nationalId.slice(0, 17)}${nationalId.endsWith('0') ? '1' : '0'}`;
  const line = { sourceNo: 'X1', sourceVersion: 1, nationalId: wrongId, name, phone, address: phone, insuranceType: name };
  return [
    [`/referrals/v1/referrals/${encodeURIComponent(name)}/submit`, json({ summary: name })],
    ['/contracts/v1/contracts', json({ residentId: name, teamId: phone, years: name })],
    ['/contracts/v1/contracts', sent('application/json', `{"residentId":"${nationalId}" "${name}"`)],
    ['/registry/v1/residents/lookup', json({ nationalIds: [name, wrongId] })],
    ['/registry/v1/residents/import', sent('application/x-ndjson', `${JSON.stringify(line)}\n{"name":"${name}"`)],
  ];
}
