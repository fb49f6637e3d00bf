import { Injectable, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import { eventually, startTestService, type TestService } from '@yigongti/testing';
import { defineSweep } from '../../src/scheduler/sweep.ts';
import { noteProfile, noteService } from '../fixture/note.service.ts';

@Injectable()
class CloseOldNotes {
  readonly ran: [string, CommandContext][] = [];

  constructor(private readonly transactions: Transactions) {}

  async sweep(asOf: string, context: CommandContext): Promise<void> {
    await this.transactions.command(context, () => Promise.resolve(null));
    this.ran.push([asOf, context]);
  }
}

@Module({ imports: [noteService.module], providers: [CloseOldNotes] })
class SweptModule {}

const sweeps = [defineSweep({ name: 'close-old-notes', cron: '* * * * *', sweep: CloseOldNotes })];
let service: TestService;

beforeAll(async () => {
  service = await startTestService({ ...noteService, module: SweptModule, sweeps }, { profile: noteProfile, scheduler: true });
  await service.built.scheduler!.start();
}, 20_000);
afterAll(async () => {
  await service.built.scheduler!.stop();
  await service.close();
});

describe('a sweep', () => {
  it('is on its schedule in the schema of its own, in county time', async () => {
    const rows = await service.query('select name, cron, timezone from contracts_jobs.schedule');
    expect(rows).toEqual([{ name: 'close-old-notes', cron: '* * * * *', timezone: 'Asia/Shanghai' }]);
  });

  it('runs as the scheduler, for the day of the clock', async () => {
    const useCase = service.built.app.get(CloseOldNotes, { strict: false });
    await service.built.scheduler!.run('close-old-notes');
    const [asOf, context] = await eventually('it ran', () => useCase.ran[0]);
    expect([asOf, context.caller.subject, context.idempotency]).toEqual(['2026-06-01', 'scheduler:close-old-notes', null]);
  });

  it.each([
    ['CloseOldNotes', '* * * * *'],
    ['close-old-notes', '@daily'],
  ])('named %s at %s is refused at load', (name, cron) => {
    expect(() => defineSweep({ name, cron, sweep: CloseOldNotes })).toThrow();
  });
});
