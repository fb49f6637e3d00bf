import { block, codeOf, sensitive } from '../fields.ts';

export const ruleHit = sensitive(
  block(
    {
      ruleId: sensitive(codeOf('Rule (规则)')),
      ruleVersion: codeOf('Its version (规则版本)'),
    },
    'A rule that fired (命中规则)',
  ),
);
