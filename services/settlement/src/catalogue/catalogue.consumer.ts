import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { catalogueChanged, DataOf, IncomingEvent } from '@yigongti/events';

/** Keeps every version seen: the topic holds the newest only, and policies count by the version that they name. */
@Injectable()
export class CatalogueProjection {
  async on(tx: Tx, { data }: IncomingEvent<DataOf<typeof catalogueChanged>>): Promise<void> {
    const entries = data.entries.map(({ code, attributes }) => ({ code, attributes }));
    await tx.query(
      `insert into group_catalogue (catalogue_code, version, entries) values ($1, $2, $3)
       on conflict (catalogue_code, version) do nothing`,
      [data.catalogueCode, data.version, JSON.stringify(entries)],
    );
  }
}
