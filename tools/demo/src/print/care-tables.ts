import { referralState } from '@yigongti/events';
import { compareKeys, decimal } from '@yigongti/kernel';
import type { Circle, Report } from '../report/schema.ts';
import type { ShownAssessment } from '../report/shown-assessment.ts';
import type { NameOf } from './money-tables.ts';
import { cut, grouped, heading, table, wrapped, type Column } from './table.ts';

export interface Played {
  readonly report: Pick<Report, 'county' | 'seed' | 'month' | 'residents' | 'circle'>;
  readonly countyNames: { readonly zh: string; readonly en: string };
  readonly seconds: number;
  readonly requests: number;
  readonly events: number;
  readonly refusedLines: ReadonlyMap<string, number>;
}

export function titleLines({ report, countyNames, seconds, requests, events }: Played): string[] {
  const { month, residents, seed } = report;
  return [
    '',
    `${countyNames.en} ${countyNames.zh} · ${month} · ${grouped(residents)} synthetic residents 合成居民 · seed 随机种子 ${seed}`,
    ...wrapped(
      [
        `Played in ${Math.round(seconds)} s`,
        `${grouped(requests)} requests 请求`,
        `${grouped(events)} events 事件`,
        'people and institutions are synthetic 人员和机构均为合成',
      ],
      ' · ',
      '',
    ),
  ];
}

/** What was done for the people. */
export function careLines({ report, refusedLines }: Played): string[] {
  const { contractsSigned, referrals, tasksCompleted, suggestionsRaised, followUpsClosed, claimsReceived } = report.circle;
  const states = Object.entries(referralState).filter(([state]) => referrals[state]);
  const refused = [...refusedLines].map(([code, count]) => `${count} × ${code}`);
  return [
    ...heading('People and care', '居民与服务'),
    ...wrapped([
      `residents 居民 ${grouped(report.residents)}`,
      `contracts signed 签约 ${grouped(contractsSigned)}`,
      `follow-ups done 完成随访 ${grouped(tasksCompleted)}`,
      `referrals suggested 转诊建议 ${grouped(suggestionsRaised)}`,
      `loops closed 闭环 ${grouped(followUpsClosed)}`,
      `claims 结算清单 ${grouped(claimsReceived)}`,
    ]),
    ...(refused.length > 0 ? wrapped(refused.map((line) => `refused line 拒绝的上传行 ${line}`)) : []),
    ...heading('Referrals by state', '转诊单按状态'),
    ...table(
      [{ en: 'state', zh: '状态' }, { en: '' }, { en: 'referrals', zh: '单数', right: true }],
      states.map(([state, { zh, en }]) => [`${state} ${zh}`, en, grouped(referrals[state] ?? 0)]),
    ),
  ];
}

const nameWidth = { indicator: 42, institution: 14 };
/** Decimals of a value as people read it: a ratio, or yuan. */
const places = { ratio: 4, yuan: 2 };

const indicatorColumns: readonly Column[] = [
  { en: 'indicator', zh: '指标' },
  { en: '' },
  { en: 'numerator', zh: '分子', right: true },
  { en: 'denominator', zh: '分母', right: true },
  { en: 'value', zh: '值', right: true },
];
const institutionColumns: readonly Column[] = [{ en: 'institution', zh: '机构' }, { en: '' }];
const scoreColumns: readonly Column[] = [
  { en: 'score', zh: '得分', right: true },
  { en: 'factor', zh: '系数', right: true },
];

/** Indicators of the county, which stand under its health bureau; then those of each institution and the score that they make. */
export function assessmentLines({ catalogue, indicators, scores }: ShownAssessment, bureau: string, nameOf: NameOf): string[] {
  if (indicators.length === 0) return [...heading('Assessment', '考核'), '  not frozen / 未冻结'];
  const county = new Map(indicators.filter(({ institution }) => institution === bureau).map((figure) => [figure.code, figure]));
  return [
    ...heading('Indicators of the county', '县域指标'),
    ...table(
      indicatorColumns,
      catalogue.flatMap(({ code, name }) => {
        const figure = county.get(code);
        return figure ? [[code, cut(`${name.zh} ${name.en}`, nameWidth.indicator), ...figuresOf(figure)]] : [];
      }),
    ),
    ...heading('Indicators and scores of the institutions', '机构指标与得分'),
    ...scoreLines(scores, nameOf),
    ...institutionLines({ catalogue, indicators }, bureau, nameOf),
  ];
}

function scoreLines(scores: ShownAssessment['scores'], nameOf: NameOf): string[] {
  const rows = scores.map(({ institution, score, coefficient }) => [...whoIs(institution, nameOf), score, coefficient]);
  return table([...institutionColumns, ...scoreColumns], rows);
}

/** A table for each group of institutions: those that the same indicators apply to. */
function institutionLines(
  { catalogue, indicators }: Pick<ShownAssessment, 'catalogue' | 'indicators'>,
  bureau: string,
  nameOf: NameOf,
): string[] {
  const groups = new Map<string, string[]>();
  for (const { code, appliesTo } of catalogue) {
    const levels = appliesTo.join(' ');
    groups.set(levels, [...(groups.get(levels) ?? []), code]);
  }
  return [...groups.values()].flatMap((codes) => {
    const own = indicators.filter(({ code, institution }) => institution !== bureau && codes.includes(code));
    const valueOf = new Map(own.map((figure) => [`${figure.code} ${figure.institution}`, figuresOf(figure)[2]!]));
    const rows = [...new Set(own.map(({ institution }) => institution))]
      .sort(compareKeys)
      .map((institution) => [
        ...whoIs(institution, nameOf),
        ...codes.map((code) => valueOf.get(`${code} ${institution}`) ?? '-'),
      ]);
    return ['', ...table([...institutionColumns, ...codes.map((code) => ({ en: code, right: true }))], rows)];
  });
}

function whoIs(institution: string, nameOf: NameOf): string[] {
  return [institution, cut(nameOf(institution), nameWidth.institution)];
}

function figuresOf({ numerator, denominator, value }: Circle['indicators'][number]): string[] {
  const counted = typeof numerator === 'number';
  const shown =
    value === null
      ? '-'
      : decimal(value)
          .toDecimalPlaces(counted ? places.ratio : places.yuan)
          .toFixed();
  return [counted ? grouped(numerator) : numerator, grouped(denominator), shown];
}
