import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const teamRefusals = {
  notFound: { code: 'contracts.team.not-found', kind: 'not-found', titleZh: '团队不存在', titleEn: 'There is no such team' },
  institutionUnknown: {
    code: 'contracts.team.institution-unknown',
    kind: 'not-projected',
    titleZh: '机构尚未同步或不在管辖范围内',
    titleEn: 'This institution is not known here yet, or is not yours',
  },
  codeTaken: {
    code: 'contracts.team.code-taken',
    kind: 'conflict',
    titleZh: '团队编号已被使用',
    titleEn: 'This team code is in use',
  },
  needsOneLeader: {
    code: 'contracts.team.needs-one-leader',
    kind: 'rule',
    titleZh: '签约团队须有且仅有一名全科医生组长',
    titleEn: 'A contract team has exactly one leader, who is a GP',
  },
  leaderMustBeGp: {
    code: 'contracts.team.leader-must-be-gp',
    kind: 'rule',
    titleZh: '签约团队组长须为全科医生',
    titleEn: 'The leader of a contract team is a GP',
  },
  memberRepeated: {
    code: 'contracts.team.member-repeated',
    kind: 'rule',
    titleZh: '同一人员重复列入团队',
    titleEn: 'A practitioner stands twice in the team',
  },
  memberNotEmployed: {
    code: 'contracts.team.member-not-employed',
    kind: 'rule',
    titleZh: '成员在该日期未在岗',
    titleEn: 'A member is not employed on that day',
  },
  needsSpecialistTeam: {
    code: 'contracts.team.needs-specialist-team',
    kind: 'rule',
    titleZh: '签约团队须关联至少一个专科团队',
    titleEn: 'A contract team is linked to at least one specialist team',
  },
} as const satisfies Record<string, RefusalDefinition>;
