import { codeFrom, count, institutionCode, orNull, sensitive, uuid } from '../fields.ts';
import { programme, taskKind } from './value-sets.ts';

/** Carried by every event of a task. */
export const taskHead = {
  taskId: uuid('Task (任务)'),
  residentId: uuid('Resident (居民)'),
  institutionCode: institutionCode('Who does it (执行机构)'),
  kind: codeFrom(taskKind, 'Kind (任务类别)'),
  programme: orNull(sensitive(codeFrom(programme, 'Programme, if it is of one (项目)'))),
  enrolmentId: orNull(uuid('Enrolment, if it is of a programme (管理档案)')),
  referralId: orNull(uuid('Referral that it follows up, if one (转诊)')),
  sequence: count('Its number among the tasks of one enrolment or referral, from 1 (序号)', 'ordinal'),
};
