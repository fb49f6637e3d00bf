import type { RefusalDefinition } from '@yigongti/kernel';

/** In order of precedence. */
export const contractRefusals = {
  notFound: {
    code: 'contracts.contract.not-found',
    kind: 'not-found',
    titleZh: '签约协议不存在',
    titleEn: 'There is no such contract',
  },
  residentUnknown: {
    code: 'contracts.contract.resident-not-projected',
    kind: 'not-projected',
    titleZh: '居民信息尚未同步，请稍后重试',
    titleEn: 'This resident is not known here yet; try again later',
  },
  residentGone: {
    code: 'contracts.contract.resident-gone',
    kind: 'rule',
    titleZh: '居民在该日期已死亡或迁出',
    titleEn: 'The resident has died or moved away by that day',
  },
  termOutOfRange: {
    code: 'contracts.contract.term-out-of-range',
    kind: 'rule',
    titleZh: '签约年限不在规定范围内',
    titleEn: 'The term is outside the allowed range of years',
  },
  packageUnknown: {
    code: 'contracts.contract.package-unknown',
    kind: 'rule',
    titleZh: '服务包不在目录内',
    titleEn: 'The service package is not in the menu',
  },
  packageNeedsGroup: {
    code: 'contracts.contract.package-needs-group',
    kind: 'rule',
    titleZh: '居民不属于该服务包对应的重点人群',
    titleEn: 'The resident is not in the priority group of this package',
  },
  panelFull: {
    code: 'contracts.contract.panel-full',
    kind: 'rule',
    titleZh: '该全科医生签约人数已达上限',
    titleEn: 'The panel of this GP is full',
  },
  alreadySigned: {
    code: 'contracts.contract.already-signed',
    kind: 'conflict',
    titleZh: '该居民在此期间已有有效签约',
    titleEn: 'The resident already has a contract in force in that period',
  },
  notInForce: {
    code: 'contracts.contract.not-in-force',
    kind: 'conflict',
    titleZh: '协议已解约或已到期',
    titleEn: 'The contract is no longer in force',
  },
  terminatedBeforeStart: {
    code: 'contracts.contract.terminated-before-start',
    kind: 'rule',
    titleZh: '解约日期早于签约生效日期',
    titleEn: 'The contract cannot end before it starts',
  },
  teamUnknown: {
    code: 'contracts.contract.team-unknown',
    kind: 'rule',
    titleZh: '签约团队不存在或非签约团队',
    titleEn: 'There is no such contract team',
  },
} as const satisfies Record<string, RefusalDefinition>;
