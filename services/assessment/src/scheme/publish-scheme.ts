import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { schemePublished } from '@yigongti/events';
import { Ids, type BusinessDate, type CommandContext } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { indicators } from '../indicator/index.ts';
import type { SchemeItem } from './domain/scheme-proposal.ts';
import { publishScheme, type Scheme } from './domain/scheme.ts';
import { schemeView, type SchemeView } from './scheme-view.ts';
import { SchemeRepository } from './scheme.repository.ts';

export interface PublishSchemeCommand {
  readonly schemeCode: string;
  /** Version that the county gave it, from 1. */
  readonly version: number;
  readonly validFrom: BusinessDate;
  readonly items: readonly SchemeItem[];
}

/** Publishes a version of a scheme (发布考核方案). */
@Injectable()
export class PublishScheme {
  constructor(
    private readonly transactions: Transactions,
    private readonly schemes: SchemeRepository,
    private readonly ids: Ids,
  ) {}

  execute({ schemeCode, version, validFrom, items }: PublishSchemeCommand, context: CommandContext): Promise<SchemeView> {
    return this.transactions.command(context, async (tx) => {
      const scheme = publishScheme({
        schemeId: this.ids.next(),
        schemeCode,
        schemeVersion: version,
        validFrom,
        items,
        directions: Object.fromEntries(Object.values(indicators).map(({ code, direction }) => [code, direction])),
      });
      await this.schemes.insert(tx, scheme, publishedEvent(scheme, context, this.ids.next()));
      return schemeView(scheme);
    });
  }
}

function publishedEvent(scheme: Scheme, context: CommandContext, eventId: string) {
  const { schemeId, schemeCode, schemeVersion, validFrom, items } = scheme;
  const { occurredAt, recordedAt } = context;
  return schemePublished.create(
    {
      schemeId,
      schemeCode,
      version: schemeVersion,
      validFrom,
      items: items.map((item) => ({ ...item })),
      occurredAt,
      recordedAt,
    },
    eventMeta(context, eventId, scheme.version),
  );
}
