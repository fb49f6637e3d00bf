import type { Dead, Ledger, Parked } from '../events/event-shapes.ts';
import type { Of } from '../events/find-events.ts';
import type { TopicLag } from '../events/lag.ts';
import { short, shortType } from '../output/human.ts';
import { fault, well, type Finding } from './finding.ts';

/** Seconds. The limits at which docs/operating.md tells an operator to worry. */
const oldestOutboxMax = 60;
const parkedMax = 15 * 60;
/** Records. A month of a county of 20 000 leaves no group as far behind on two cores. */
const lagMax = 5_000;

export interface EventFacts {
  readonly ledgers: readonly Of<Ledger>[];
  readonly parked: readonly Of<Parked>[];
  readonly dead: readonly Of<Dead>[];
  /** Null where the broker does not answer. */
  readonly lags: readonly TopicLag[] | null;
  /** Seconds that the oldest event of each service waits to be published. */
  readonly oldestOutbox: ReadonlyMap<string, number>;
  readonly now: Date;
}

/** What is wrong with the events on their way. */
export function judgeEvents(facts: EventFacts): Finding[] {
  const faults = [...deadFaults(facts), ...parkedFaults(facts), ...outboxFaults(facts), ...lagFaults(facts)];
  return faults.length > 0 ? faults : [well('events.flow', ['Events flow: none dead, none stuck', '事件流转正常，无死信'])];
}

function deadFaults({ dead }: EventFacts): Finding[] {
  return byService(dead).map(([service, events]) => {
    const [first] = events;
    return fault('wrong', 'events.dead', {
      found: [
        `${service} gave up ${events.length} event(s), first ${shortType(first!.eventType)} (${short(first!.errorClass)}): its key is blocked`,
        `${service} 有 ${events.length} 条死信，相关键已阻塞`,
      ],
      todo: [
        `npm run yigongti -- events show ${first!.id}; mend the cause, then events replay, or events discard --reason`,
        '用 events show 查看，排除原因后 events replay，或 events discard',
      ],
    });
  });
}

function parkedFaults({ parked, now }: EventFacts): Finding[] {
  const stuck = parked.filter(({ parkedAt }) => (now.getTime() - Date.parse(parkedAt)) / 1_000 > parkedMax);
  return byService(stuck).map(([service, keys]) => {
    const [first] = keys;
    const because = first!.waiting ? 'it waits for another event' : short(first!.errorClass ?? 'an error');
    return fault('watch', 'events.parked-long', {
      found: [
        `${service} has ${keys.length} key(s) parked for more than 15 minutes, first ${shortType(first!.eventType)}: ${because}`,
        `${service} 有 ${keys.length} 个键暂停超过 15 分钟`,
      ],
      todo: [
        'npm run yigongti -- events parked; what it waits for may be dead in its own service: events dead',
        '用 events parked 查看；所等待的事件可能是他处死信',
      ],
    });
  });
}

function outboxFaults({ ledgers, oldestOutbox }: EventFacts): Finding[] {
  return ledgers.flatMap(({ service, outboxPending }) => {
    const age = oldestOutbox.get(service) ?? 0;
    if (outboxPending === 0 || age <= oldestOutboxMax) return [];
    return fault('wrong', 'events.outbox-old', {
      found: [
        `${service}: ${outboxPending} events wait to be published, the oldest for ${Math.round(age)} s`,
        `${service} 有 ${outboxPending} 条事件待发，最久 ${Math.round(age)} 秒`,
      ],
      todo: [
        'See whether Kafka answers (status); its log says why the relay cannot write. Nothing is lost',
        '检查 Kafka 是否可用；事件不会丢失',
      ],
    });
  });
}

function lagFaults({ lags }: EventFacts): Finding[] {
  return (lags ?? [])
    .filter(({ lag }) => lag > lagMax)
    .map(({ service, topic, lag }) =>
      fault('watch', 'events.lag', {
        found: [`${service} is ${lag} records behind on ${topic}`, `${service} 在 ${topic} 上积压 ${lag} 条`],
        todo: [
          'Ask again in a minute: it falls while the service catches up; if it does not, read the log of the service',
          '一分钟后再查；若未下降请看服务日志',
        ],
      }),
    );
}

function byService<T extends { readonly service: string }>(items: readonly T[]): [string, readonly T[]][] {
  const services = [...new Set(items.map(({ service }) => service))];
  return services.map((name) => [name, items.filter(({ service }) => service === name)]);
}
