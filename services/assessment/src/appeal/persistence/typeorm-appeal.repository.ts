import { Injectable } from '@nestjs/common';
import { insertStatement, updateStatement, visibleSql, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Caller, Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { In, Not } from 'typeorm';
import { AppealRepository, type AppealFilter } from '../appeal.repository.ts';
import type { Appeal } from '../domain/appeal.ts';
import { toAppeal, toRow } from './appeal.mapper.ts';
import { appealRow } from './appeal.row.ts';

@Injectable()
export class TypeormAppealRepository extends AppealRepository {
  override async find(tx: Tx, appealId: Uuid, caller: Caller): Promise<Appeal | null> {
    const [row] = await tx.query<{ appealId: Uuid }[]>(
      `select appeal_id as "appealId" from appeal where appeal_id = $1 and ${visibleSql(caller, 'institution_code', 2)} for update`,
      [appealId, caller.institutionCode],
    );
    return row ? toAppeal(await tx.findOneByOrFail(appealRow, { appealId })) : null;
  }

  override async list(
    tx: Tx,
    { resultId, institutionCode, state, limit, after }: AppealFilter,
    caller: Caller,
  ): Promise<Appeal[]> {
    const ids = await tx.query<{ appealId: Uuid }[]>(
      `select appeal_id as "appealId" from appeal
       where ($1::uuid is null or result_id = $1) and ($2::text is null or institution_code = $2) and ($3::text is null or state = $3)
         and ($4::uuid is null or appeal_id > $4) and ${visibleSql(caller, 'institution_code', 6)}
       order by appeal_id limit $5`,
      [resultId ?? null, institutionCode ?? null, state ?? null, after, limit + 1, caller.institutionCode],
    );
    const rows = await tx.find(appealRow, { where: { appealId: In(ids.map((id) => id.appealId)) }, order: { appealId: 'ASC' } });
    return rows.map(toAppeal);
  }

  override async against(tx: Tx, resultId: Uuid): Promise<Appeal[]> {
    const rows = await tx.find(appealRow, {
      where: { resultId, state: Not('WITHDRAWN') },
      order: { institutionCode: 'ASC', indicatorCode: 'ASC' },
    });
    return rows.map(toAppeal);
  }

  override async insert(tx: Tx, appeal: Appeal, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, insertStatement(appealRow, toRow(appeal)), [event]);
  }

  override async update(tx: Tx, loaded: Appeal, changed: Appeal, event: OutgoingEvent): Promise<void> {
    await saveWithEvents(tx, updateStatement(appealRow, toRow(changed), loaded.version), [event]);
  }
}
