/** Words for people. */
export interface Words {
  readonly titleZh: string;
  readonly titleEn: string;
}

const programmes: Readonly<Record<string, Words>> = {
  HTN: { titleZh: '高血压', titleEn: 'hypertension' },
  T2DM: { titleZh: '2型糖尿病', titleEn: 'type 2 diabetes' },
};

/** What an earlier follow-up found, as the reason for the next one. */
const findings: Readonly<Record<string, Words>> = {
  CONTROLLED: { titleZh: '上次控制满意，按常规间隔随访', titleEn: 'the last one was at target: next at the usual interval' },
  UNCONTROLLED: { titleZh: '上次控制不满意，短期复查', titleEn: 'the last one was not at target: seen again soon' },
  ADVERSE_REACTION: { titleZh: '上次有药物不良反应，短期复查', titleEn: 'the last one met an adverse reaction: seen again soon' },
  COMPLICATION: { titleZh: '上次有并发症，短期复查', titleEn: 'the last one met a complication: seen again soon' },
  EMERGENCY: { titleZh: '上次为紧急情况，两周内查看转归', titleEn: 'the last one was an emergency: its outcome is checked soon' },
};

const rule = /^([A-Z0-9]+)-(FIRST|NEXT)(?:-([A-Z_]+?))?(-MERGED)?$/;

/** A rule's id in words: `HTN-NEXT-UNCONTROLLED`, `T2DM-FIRST`, `REFERRAL-FOLLOW-UP`. */
export function wordsOf(ruleId: string): Words {
  if (ruleId === 'REFERRAL-FOLLOW-UP') {
    return {
      titleZh: '转诊后随访：患者回到基层，须有人查看',
      titleEn: 'after a referral the patient is home, and somebody must look',
    };
  }
  const [, programme = '', kind, finding = '', merged] = rule.exec(ruleId) ?? [];
  const of = programmes[programme] ?? { titleZh: programme, titleEn: programme };
  const because =
    kind === 'FIRST' ? { titleZh: '纳入管理后首次随访', titleEn: 'the first follow-up after enrolment' } : findings[finding];
  const date = merged
    ? { titleZh: '；与同次随访的其他项目合并到最早日期', titleEn: ', on the earliest date of the visit' }
    : null;
  return {
    titleZh: `${of.titleZh}：${because?.titleZh ?? ruleId}${date?.titleZh ?? ''}`,
    titleEn: `${of.titleEn}: ${because?.titleEn ?? ruleId}${date?.titleEn ?? ''}`,
  };
}
