import { Injectable } from '@nestjs/common';
import { insertStatement, violatedConstraint, type Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { refuse, Refused, type Uuid } from '@yigongti/kernel';
import { saveWithEvents } from '@yigongti/messaging';
import { MoreThan } from 'typeorm';
import { schemeRefusals } from '../domain/scheme-refusals.ts';
import type { Scheme } from '../domain/scheme.ts';
import { SchemeRepository, type SchemeFilter } from '../scheme.repository.ts';
import { schemeRow } from './scheme.row.ts';

/** A row is the scheme: nothing to map. */
@Injectable()
export class TypeormSchemeRepository extends SchemeRepository {
  override find(tx: Tx, schemeId: Uuid): Promise<Scheme | null> {
    return tx.findOne(schemeRow, { where: { schemeId } });
  }

  override list(tx: Tx, { schemeCode, limit, after }: SchemeFilter): Promise<Scheme[]> {
    return tx.find(schemeRow, {
      where: {
        ...(schemeCode === undefined ? {} : { schemeCode }),
        ...(after === null ? {} : { schemeId: MoreThan(after) }),
      },
      order: { schemeId: 'ASC' },
      take: limit + 1,
    });
  }

  override async insert(tx: Tx, scheme: Scheme, event: OutgoingEvent): Promise<void> {
    try {
      await saveWithEvents(tx, insertStatement(schemeRow, { ...scheme }), [event]);
    } catch (error) {
      if (violatedConstraint(error) !== 'one_scheme_of_a_version') throw error;
      throw new Refused([refuse(schemeRefusals.versionTaken, { pointer: '/version' })]);
    }
  }
}
