import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventRegistry, residentChanged } from '@yigongti/events';
import { at, LoadedRegistry } from '../fixtures/loaded-registry.ts';
import { madeUpId, newPerson } from '../fixtures/people.ts';

let registry: LoadedRegistry;
beforeAll(async () => {
  registry = await LoadedRegistry.start();
});
afterAll(() => registry.service.close());

const people = 'residents/import';
const told = async (residentId: string) =>
  (await registry.service.published(residentChanged)).filter(({ key }) => key === residentId);
const count = async () => (await registry.service.query<{ n: number }>('select count(*)::int as n from resident'))[0]!.n;

describe('a resident', () => {
  it('is registered under a UUID, with what follows from the national id, and told without it', async () => {
    const line = newPerson({ nationalId: madeUpId(811, '1961-02-28') });
    const residentId = await registry.register(line);
    const [event, ...more] = await told(residentId);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      aggregateVersion: 1,
      data: {
        residentId,
        birthDate: '1961-02-28',
        sex: '1',
        homeInstitutionCode: 'V1',
        diedOn: null,
        registeredOn: '2020-01-01',
      },
    });
    expect(event!.data.householdId).toMatch(/^[0-9a-f-]{36}$/);
    const audit = await registry.service.query('select action, institution_code from audit where resident_id = $1', [residentId]);
    expect(audit).toEqual([{ action: 'register', institution_code: 'T1' }]);
  });

  it('is one person by the national id, whatever number the unit gives', async () => {
    const line = newPerson();
    const residentId = await registry.register(line);
    const moved = { ...line, sourceNo: 'ELSEWHERE-1', sourceVersion: 2, insuranceType: 'EMPLOYEE' };
    expect(await registry.register(moved, registry.village)).toBe(residentId);
    expect((await told(residentId)).map(({ aggregateVersion, data }) => [aggregateVersion, data.insuranceType])).toEqual([
      [1, 'RESIDENT'],
      [2, 'EMPLOYEE'],
    ]);
  });

  it('stays as it is when a line comes again, too late, or says otherwise under the same version', async () => {
    const line = newPerson({ sourceVersion: 3 });
    const residentId = await registry.register(line);
    expect(
      await registry.send(registry.township, people, [
        line,
        { ...line, name: '另一人', sourceVersion: 2 },
        { ...line, insuranceType: 'EMPLOYEE' },
        { ...line, phone: '19900009999' },
        { ...line, sourceVersion: 4 },
      ]),
    ).toEqual([
      'unchanged',
      'unchanged',
      ['refused', ['registry.line.version-reused', '/sourceVersion']],
      ['refused', ['registry.line.version-reused', '/sourceVersion']],
      'unchanged',
    ]);
    expect(await told(residentId)).toHaveLength(1);
  });

  it('moves to another unit with that unit’s later line, whatever number its versions have; the old unit’s farewell moves nobody', async () => {
    const line = newPerson({ sourceVersion: 5 });
    const residentId = await registry.register(line);
    const arrived = { ...line, homeInstitutionCode: 'T2', sourceVersion: 1, occurredAt: '2026-06-01T08:00:00+08:00' };
    expect(
      await registry.send(registry.neighbour, people, [{ ...arrived, occurredAt: '2026-05-01T08:00:00+08:00' }, arrived]),
    ).toEqual(['unchanged', 'updated']);
    const left = { ...line, sourceVersion: 6, movedOutOn: '2026-06-01', occurredAt: '2026-06-01T08:30:00+08:00' };
    expect(await registry.send(registry.township, people, [line, left])).toEqual(['unchanged', 'unchanged']);
    const homes = (await told(residentId)).map(({ data }) => [data.homeInstitutionCode, data.movedOutOn]);
    expect(homes).toEqual([
      ['V1', null],
      ['T2', null],
    ]);
  });

  it('may stand several times in one upload: its lines are taken in their order', async () => {
    const line = newPerson();
    const died = { ...line, sourceVersion: 2, diedOn: '2026-05-20' };
    expect(await registry.send(registry.township, people, [line, died, line])).toEqual(['created', 'updated', 'unchanged']);
    const residentId = await registry.register(died);
    expect((await told(residentId)).map(({ data }) => data.diedOn)).toEqual([null, '2026-05-20']);
  });

  it('is refused with every reason, and the other lines count', async () => {
    const good = newPerson();
    const wrong = newPerson({ homeInstitutionCode: 'T2', diedOn: '1940-01-01' });
    const answers = await registry.send(registry.township, people, [wrong, good, { ...newPerson(), spare: 1, name: '' }]);
    expect(answers).toEqual([
      ['refused', ['registry.line.foreign-institution', '/homeInstitutionCode'], ['registry.resident.before-birth', undefined]],
      'created',
      ['refused', ['request.unknown-field', '/spare'], ['request.is-length', '/name']],
    ]);
  });

  it('is not written by a dry run, which answers what would become of each line', async () => {
    const before = [await count(), (await registry.service.published(residentChanged)).length];
    const lines = [newPerson(), newPerson({ nationalId: '370725195005051231' })];
    const answer = await registry.township.upload(`${at(people)}?dryRun=true`, lines);
    expect(answer.lines.map(({ status }) => status)).toEqual(['created', 'refused']);
    expect([await count(), (await registry.service.published(residentChanged)).length]).toEqual(before);
  });

  it('comes with all of an upload or not at all, where that is asked for', async () => {
    const before = await count();
    const good = newPerson();
    const bad = newPerson({ nationalId: '370725195005051231' });
    const refused = await registry.township.upload(`${at(people)}?atomic=true`, [good, bad]);
    expect(refused.lines.map(({ status, errors }) => [status, errors!.map(({ code }) => code)])).toEqual([
      ['refused', ['import.rolled-back']],
      ['refused', ['registry.resident.national-id-invalid']],
    ]);
    expect(await count()).toBe(before);
    const taken = await registry.township.upload(`${at(people)}?atomic=true`, [good]);
    expect(taken.lines.map(({ status }) => status)).toEqual(['created']);
  });
});

describe('what is personal', () => {
  it('is sealed at rest, and stands in no event, log line or answer', async () => {
    const lines = Array.from({ length: 5 }, () => newPerson());
    const residentId = await registry.register(lines[0]!);
    await registry.send(registry.township, people, [
      ...lines,
      { ...lines[1]!, sourceVersion: 0 },
      { ...lines[2]!, nationalId: 'X' },
    ]);
    const lookup = { nationalIds: lines.map(({ nationalId }) => nationalId) };
    const asked = await registry.hospital.post(at('residents/lookup'), lookup);
    const shown = await registry.township.get(at(`residents/${residentId}`));
    const registered = eventRegistry.definitions.filter(({ owner }) => owner === 'registry');
    await registry.service.published(residentChanged);
    const records = registered
      .flatMap(({ topic }) => registry.service.broker.records(topic))
      .map(({ value, headers }) => [value, headers]);
    const places = {
      tables: await registry.dump(),
      events: JSON.stringify(records),
      log: registry.logged.join('\n'),
      answers: asked.text + shown.text,
    };
    expect(places.tables).toContain(residentId);
    expect(places.log).toContain('ResidentController');
    for (const { nationalId, name, phone, address } of lines) {
      for (const secret of [nationalId, nationalId.slice(0, 17), name, phone, address]) {
        for (const [place, text] of Object.entries(places)) expect([place, text.includes(secret)]).toEqual([place, false]);
      }
    }
  });

  it('is masked for the own unit, and to others the resident does not exist', async () => {
    const line = newPerson({ nationalId: madeUpId(912), name: '合成示例', phone: '19900008888' });
    const residentId = await registry.register(line);
    expect((await registry.village.get(at(`residents/${residentId}`))).body).toMatchObject({
      nameMasked: '合***',
      nationalIdMasked: `370725********${line.nationalId.slice(-4)}`,
      phoneMasked: '199******88',
    });
    expect((await registry.hospital.get(at(`residents/${residentId}`))).status).toBe(200);
    const strange = await registry.neighbour.get(at(`residents/${residentId}`));
    expect([strange.status, strange.body.code]).toEqual([404, 'registry.resident.not-found']);
    const rows = await registry.service.query<{ action: string; institution_code: string }>(
      "select action, institution_code from audit where resident_id = $1 and action <> 'register' order by position",
      [residentId],
    );
    expect(rows.map(({ action, institution_code: code }) => `${action} ${code}`)).toEqual(['read V1', 'read H1']);
  });
});

describe('a look-up', () => {
  it('answers in the order of the question, with the fault of what is no national id, and is written down', async () => {
    const [first, second] = [newPerson(), newPerson()];
    const ids = [await registry.register(first), await registry.register(second)];
    const nationalIds = [
      second.nationalId,
      madeUpId(977),
      first.nationalId,
      '37072519500505123',
      '370725195002301234',
      '370725195005051231',
    ];
    const { body } = await registry.neighbour.post(at('residents/lookup'), { nationalIds });
    expect(body.answers).toEqual([
      { residentId: ids[1], fault: null },
      { residentId: null, fault: null },
      { residentId: ids[0], fault: null },
      { residentId: null, fault: 'format' },
      { residentId: null, fault: 'birth-date' },
      { residentId: null, fault: 'check-digit' },
    ]);
    const audit = await registry.service.query(
      "select institution_code from audit where action = 'look-up' and resident_id = any($1)",
      [ids],
    );
    expect(audit).toEqual([{ institution_code: 'T2' }, { institution_code: 'T2' }]);
  });
});
