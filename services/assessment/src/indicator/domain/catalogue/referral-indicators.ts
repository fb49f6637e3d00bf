import { always, everyUnit, type Definitions } from '../indicator-definition.ts';

const bothEnds = {
  zh: '转出机构与转入机构各计一次，村卫生室计入所属乡镇',
  en: 'counts once for the unit of the sender and once for the unit of the receiver',
};
const referrals = {
  ...always,
  unit: 'RATIO',
  direction: 'UP',
  appliesTo: everyUnit,
  records: { numerator: 'REFERRAL', denominator: 'REFERRAL' },
  factTopics: ['referrals.referral.v1'],
} as const;
const upArrived = { zh: '期内到诊的上转人次', en: 'up-referrals that arrived in the period' };

/** Two-way referral (双向转诊). Only arrivals count, so that nobody gains by sending what does not come. */
export const referralIndicators: Definitions<'REF-RATIO' | 'REF-LOOP' | 'REF-REPLY'> = {
  'REF-RATIO': {
    ...referrals,
    code: 'REF-RATIO',
    name: { zh: '双向转诊比例', en: 'Down-referrals to up-referrals' },
    numerator: { zh: '期内到诊的下转人次', en: 'down-referrals that arrived in the period' },
    denominator: upArrived,
    formula: 'count(arrived, DOWN) / count(arrived, UP)',
    scope: bothEnds,
    source: 'Zhejiang 2017, 三(三): ratio of two-way referrals, without a number',
    exclusions: { zh: '平转；未到诊的转诊', en: 'lateral referrals; whoever did not arrive' },
  },
  'REF-LOOP': {
    ...referrals,
    code: 'REF-LOOP',
    name: { zh: '转诊闭环率', en: 'Up-referrals closed by a follow-up in time' },
    numerator: {
      zh: '其中到诊后规定天数内随访完成并结案的人次（天数见县域配置）',
      en: 'of these, closed by a follow-up within the days after arrival that the county profile sets',
    },
    denominator: upArrived,
    formula: 'count(arrived, UP, closed by follow-up, closedOn - arrivedOn <= loopDays) / count(arrived, UP)',
    scope: bothEnds,
    source: 'assumption, after the closed loop of Deqing 2019, 二(一)3',
    exclusions: { zh: '无；死亡结案者仍计入分母', en: 'none; a referral closed by death stays in the denominator' },
  },
  'REF-REPLY': {
    ...referrals,
    code: 'REF-REPLY',
    name: { zh: '转诊及时应答率', en: 'Referrals answered in time' },
    numerator: {
      zh: '其中在规定时限内首次应答的人次（时限按紧急程度，见县域配置）',
      en: 'of these, whose first answer came within the minutes that the county profile sets for their urgency',
    },
    denominator: { zh: '期内送达接诊机构的转诊人次', en: 'referrals of any direction that reached their receiver in the period' },
    formula: 'count(sent, answeredAt - sentAt <= replyMinutes[urgency]) / count(sent)',
    scope: { zh: '按须应答的接诊机构', en: 'by the institution that was asked' },
    source: 'assumption: no national reply time is known; the clock of REF-REPLY is that of the referral form',
    exclusions: {
      zh: '未送达（审核中、审核拒绝）；县域外接诊机构；未应答而撤回者仍计入分母',
      en: 'what never reached a receiver: under review, or rejected by the reviewer; receivers out of the county. Withdrawn unanswered counts',
    },
  },
};
