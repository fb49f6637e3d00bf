import { eventRegistry } from '@yigongti/events';
import type { Person } from '../plan/setting/people.ts';
import type { ToldStep } from '../report/story.ts';
import type { TopicEvent } from '../topics/event-reader.ts';
import { factsOf } from './event-facts.ts';
import type { NameOf } from './money-tables.ts';
import { cut, heading, screenWidth } from './table.ts';

/** One patient's month, each request with what followed from it. */
export function storyLines(told: readonly ToldStep[], person: Person | null, nameOf: NameOf): string[] {
  if (!person) return [];
  const { truth, sourceNo, clinic } = person;
  const whom = `resident ${sourceNo} 居民, ${truth.sex === '1' ? 'male 男' : 'female 女'}, ${truth.age}, ${nameOf(clinic)}`;
  return [
    ...heading(`One patient's month: ${whom}`).map((line) => cut(line, screenWidth)),
    '  Each request, then each event that followed: topic, fact, version, key 每个请求及其引发的事件',
    ...told.flatMap((step, index) => stepLines(step, index + 1, nameOf)),
  ];
}

function stepLines({ request, events }: ToldStep, number: number, nameOf: NameOf): string[] {
  const { method, path, status, by, at } = request;
  const when = at ? `${at.slice(0, 10)} ${at.slice(11, 16)}` : '';
  const who = offices[by] ?? nameOf(by);
  return [
    '',
    cut(`  ${String(number).padStart(2)}. ${when}  ${who}`, screenWidth),
    cut(`      ${method} ${shortened(path)} → ${status}`, screenWidth),
    ...events.map(eventLine),
  ];
}

const offices: Readonly<Record<string, string>> = {
  bureau: 'health bureau 卫生健康局',
  insurance: 'insurance bureau 医疗保障局',
  operator: 'IT operator 运维',
};

function eventLine(event: TopicEvent): string {
  const { topic, type, aggregateVersion, key } = event;
  const fact = type.split('.').slice(4, -1).join('.');
  const title = eventRegistry.byType.get(type)?.titleZh ?? '';
  const facts = factsOf(event);
  const line = `        ▸ ${topic}  ${fact} v${aggregateVersion}  ${shortened(key)}  ${title}${facts && `: ${facts}`}`;
  return cut(line, screenWidth);
}

/** The first and last digits of a UUID tell it from the others of one story. */
function shortened(text: string): string {
  return text.replace(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8}([0-9a-f]{4})/g, '$1…$2');
}
