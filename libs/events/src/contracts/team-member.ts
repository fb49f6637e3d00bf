import { block, codeFrom, practitionerCode } from '../fields.ts';
import { practitionerRole } from '../registry/value-sets.ts';

export const teamMember = block(
  {
    practitionerCode: practitionerCode('Member (成员)'),
    role: codeFrom(practitionerRole, 'Part in the team (团队角色)'),
  },
  'One member (成员)',
);
