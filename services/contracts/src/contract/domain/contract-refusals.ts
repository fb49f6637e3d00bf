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
  startsBeforeSignature: {
    code: 'contracts.contract.starts-before-signature',
    kind: 'rule',
    titleZh: '生效日期早于签约日期',
    titleEn: 'A contract cannot start before the day of its signature',
  },
  startsTooFarAhead: {
    code: 'contracts.contract.starts-too-far-ahead',
    kind: 'rule',
    titleZh: '生效日期距签约日期过远',
    titleEn: 'The first day lies too far after the day of the signature',
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
  householdAgreementUnknown: {
    code: 'contracts.contract.household-agreement-unknown',
    kind: 'rule',
    titleZh: '家庭协议不存在或属于其他团队',
    titleEn: 'There is no such agreement of a household with this team',
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
  alreadyRenewed: {
    code: 'contracts.contract.already-renewed',
    kind: 'conflict',
    titleZh: '该协议已续约',
    titleEn: 'The contract has been renewed already',
  },
  renewalTooEarly: {
    code: 'contracts.contract.renewal-too-early',
    kind: 'rule',
    titleZh: '尚未到可续约日期',
    titleEn: 'It is too early to renew the contract',
  },
  renewalTooLate: {
    code: 'contracts.contract.renewal-too-late',
    kind: 'rule',
    titleZh: '已超过续约期限，请重新签约',
    titleEn: 'It is too late to renew the contract; sign a new one',
  },
  reasonUnknown: {
    code: 'contracts.contract.reason-unknown',
    kind: 'rule',
    titleZh: '解约原因不在县域目录内',
    titleEn: 'The county does not know this reason for ending a contract',
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
