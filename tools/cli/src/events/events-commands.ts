import type { Command } from 'commander';
import { table } from '@yigongti/tool-local';
import { exitCodes, usageFailure } from '../failure.ts';
import { leaf, sessionOf, type Ending } from '../session.ts';
import { withBroker } from '../target/broker.ts';
import { findTarget } from '../target/target.ts';
import { decide } from './decide.ts';
import { deadRows, detailLines, parkedRows } from './event-tables.ts';
import { FindEvents, servicesOf } from './find-events.ts';
import { lagOf } from './lag.ts';

const serviceOption = ['--service <name>', 'of one service only (仅某一服务)'] as const;

/** `events`: what waits, what was given up, and what becomes of it. */
export function addEventsCommands(program: Command, ending: Ending): void {
  const events = program.command('events').summary('what waits and what was given up 事件运维').description('Events 事件运维');
  addParked(events);
  addDead(events, ending);
  addShow(events);
  addReplay(events);
  addDiscard(events);
  addLag(events);
}

function addParked(events: Command): void {
  leaf(events, {
    name: 'parked',
    en: 'Keys whose events wait in order',
    zh: '暂停的键',
    examples: ['events parked', 'events parked --service referrals --json'],
  })
    .option(...serviceOption)
    .action(async (options: { service?: string; json?: boolean }) => {
      const found = await new FindEvents(findTarget(), servicesOf(options.service)).parked();
      sessionOf(options).output.result(found, () => (found.length === 0 ? ['No key waits / 没有暂停的键'] : parkedRows(found)));
    });
}

function addDead(events: Command, ending: Ending): void {
  leaf(events, {
    name: 'dead',
    en: 'Events that were given up and wait for a decision; ends with 1 where there are any',
    zh: '待处理死信；有则返回 1',
    examples: ['events dead', 'events dead --all --json'],
  })
    .option(...serviceOption)
    .option('--all', 'also those that were replayed or discarded (含已处理)')
    .action(async (options: { service?: string; all?: boolean; json?: boolean }) => {
      const find = new FindEvents(findTarget(), servicesOf(options.service));
      const found = await find.dead(options.all ? undefined : 'DEAD');
      sessionOf(options).output.result(found, () => (found.length === 0 ? ['No event is dead / 没有死信'] : deadRows(found)));
      if (found.some(({ state }) => state === 'DEAD')) ending.code = exitCodes.wrong;
    });
}

function addShow(events: Command): void {
  leaf(events, {
    name: 'show <id>',
    en: 'One dead event with its headers and data, sensitive fields masked',
    zh: '死信详情，敏感字段已遮蔽',
    examples: ['events show 019aa2c1-7c1e-7b3a-9d51-0a6f6c0e4b11'],
  }).action(async (id: string, options: { json?: boolean }) => {
    const found = await new FindEvents(findTarget()).one(id);
    sessionOf(options).output.result(found, () => detailLines(found));
  });
}

function addReplay(events: Command): void {
  leaf(events, {
    name: 'replay <ids...>',
    en: 'Puts dead events back to the head of their queues; what was applied before is not applied again',
    zh: '重放死信，不会重复生效',
    examples: ['events replay 019aa2c1-7c1e-7b3a-9d51-0a6f6c0e4b11'],
  }).action(async (ids: string[], options: { json?: boolean }) => {
    const decided = await decide(findTarget(), ids, { action: 'replay' });
    sessionOf(options).output.result(decided, () => decided.map(({ service, id }) => `${service} ${id} replayed 已重放`));
  });
}

function addDiscard(events: Command): void {
  leaf(events, {
    name: 'discard <ids...>',
    en: 'Gives dead events up: later events of their keys go on without them; the reason stays in the log',
    zh: '丢弃死信，理由入日志',
    examples: ['events discard 019aa2c1-7c1e-7b3a-9d51-0a6f6c0e4b11 --reason "entered twice by hand, the other one counts"'],
  })
    .requiredOption('--reason <text>', 'why nothing is lost by it, 5 to 500 characters (理由)')
    .action(async (ids: string[], options: { reason: string; json?: boolean }) => {
      const { length } = [...options.reason];
      if (length < 5 || length > 500) throw usageFailure('--reason needs 5 to 500 characters', '理由须为 5 至 500 字');
      const decided = await decide(findTarget(), ids, { action: 'discard', reason: options.reason });
      sessionOf(options).output.result(decided, () => decided.map(({ service, id }) => `${service} ${id} discarded 已丢弃`));
    });
}

function addLag(events: Command): void {
  leaf(events, {
    name: 'lag',
    en: 'How far each service is behind the end of each topic that it reads',
    zh: '各服务消费积压',
    examples: ['events lag', 'events lag --service assessment --json'],
  })
    .option(...serviceOption)
    .action(async (options: { service?: string; json?: boolean }) => {
      const target = findTarget();
      const ledgers = await new FindEvents(target, servicesOf(options.service)).ledgers();
      const lags = await withBroker(target, (broker) => lagOf(broker, ledgers));
      const columns = [
        { en: 'service', zh: '服务' },
        { en: 'topic', zh: '主题' },
        { en: 'partitions', zh: '分区', right: true },
        { en: 'read', zh: '已读', right: true },
        { en: 'end', zh: '末位', right: true },
        { en: 'lag', zh: '积压', right: true },
      ];
      sessionOf(options).output.result(lags, () =>
        table(
          columns,
          lags.map(({ service, topic, partitions, committed, end, lag }) => [
            service,
            topic,
            ...[partitions, committed, end, lag].map(String),
          ]),
        ),
      );
    });
}
