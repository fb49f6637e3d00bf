import { saveWithEvents } from '@yigongti/messaging';
import { updateStatement, type Tx } from '@yigongti/database';
import { EntitySchema } from 'typeorm';
import type { BenchDatabase } from './bench-database.ts';
import type { Comparison } from './comparison.ts';
import { keys, nextId, sampleEvent } from './sample.ts';

interface ContractRow {
  contractId: string;
  state: string;
  feeFen: bigint;
  version: number;
}

export const contractRow = new EntitySchema<ContractRow>({
  name: 'contract',
  tableName: 'contract',
  columns: {
    contractId: { name: 'contract_id', type: 'uuid', primary: true },
    state: { type: 'text' },
    feeFen: { name: 'fee_fen', type: 'bigint' },
    version: { type: 'int' },
  },
});

const contracts = 2_000;
const clients = 16;
const commands = 4_000;

/**
 * A command as a use case writes it: read and lock the row, change it, store the answer under its key, commit. The first arm also makes
 * the event (validation, headers, JSON) and writes it to the outbox; the second knows no events.
 */
export async function writeComparison(database: BenchDatabase): Promise<Comparison> {
  const ids = keys(contracts);
  await database.query('insert into contract select id, $2, 12000, 1 from unnest($1::uuid[]) id', [ids, 'SIGNED']);
  const arm = (save: Save) => async () => {
    await database.query('truncate outbox, command_key');
    return paceOf(commands, () => inParallel(commands, (n) => command(database, ids[(n * 7) % contracts]!, save)));
  };
  return {
    name: 'write with outbox / without',
    unit: 'commands',
    floor: 0.85,
    arms: [
      { name: 'with outbox', run: arm(withOutbox) },
      { name: 'without', run: arm(without) },
    ],
  };
}

type Save = (tx: Tx, row: ContractRow, loadedVersion: number) => Promise<unknown>;

const withOutbox: Save = (tx, row, loadedVersion) =>
  saveWithEvents(tx, updateStatement(contractRow, row, loadedVersion), [sampleEvent(row.contractId, row.version)]);

const without: Save = (tx, row, loadedVersion) => {
  const { text, parameters } = updateStatement(contractRow, row, loadedVersion);
  return tx.query(text, [...parameters]);
};

async function command({ transactions }: BenchDatabase, contractId: string, save: Save): Promise<void> {
  await transactions.run(async (tx) => {
    const [row] = await tx.query<ContractRow[]>(
      'select contract_id as "contractId", state, fee_fen as "feeFen", version from contract where contract_id = $1 for update',
      [contractId],
    );
    const changed = { ...row!, feeFen: row!.feeFen + 1n, version: row!.version + 1 };
    await save(tx, changed, row!.version);
    await tx.query(
      `insert into command_key (client_id, key, request_hash, route, answer, actor, institution_code, role, recorded_at)
       values ('bench', $1, 'hash', 'POST /contracts/v1/contracts', $2, 'bench', 'CL-0001', 'OPERATOR', now())`,
      [nextId(), JSON.stringify({ contractId, state: changed.state, version: changed.version })],
    );
  });
}

async function inParallel(count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async () => {
    while (next < count) {
      next += 1;
      await work(next);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/** Units per second of doing `work` once. */
export async function paceOf(units: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (units * 1_000) / (performance.now() - started);
}
