import type { ServiceName } from '@yigongti/database';
import type { StackFile } from '@yigongti/tool-local';
import { sendUntilAnswered } from '../http/transport.ts';
import { serviceNames } from '../ledger/ledger.ts';
import { Increase } from './increase.ts';
import { samplesOf } from './prometheus-text.ts';

export interface CommandCounts {
  readonly accepted: number;
  /** By the code of the first reason. */
  readonly refused: Readonly<Record<string, number>>;
}

const metric = 'yigongti_commands_total';

/** Commands that each service took and refused over a play, from its `/metrics`. */
export class CommandCounter {
  readonly #increases = new Map(serviceNames.map((service) => [service, new Increase()]));

  constructor(
    private readonly services: StackFile['services'],
    private readonly signal: AbortSignal,
  ) {}

  async scrape(): Promise<void> {
    await Promise.all(
      serviceNames.map(async (service) => {
        const url = `${this.services[service]!.directUrl}/metrics`;
        const { body } = await sendUntilAnswered({ url, method: 'GET', headers: {} }, this.signal);
        this.#increases.get(service)!.add(samplesOf(body, metric));
      }),
    );
  }

  of(service: ServiceName): CommandCounts {
    const { samples } = this.#increases.get(service)!;
    const refused: Record<string, number> = {};
    let accepted = 0;
    for (const { labels, value } of samples) {
      if (labels.outcome === 'accepted') accepted += value;
      if (labels.outcome === 'refused') refused[labels.code ?? ''] = (refused[labels.code ?? ''] ?? 0) + value;
    }
    return { accepted, refused };
  }
}
