import type { RefusalDefinition } from '@yigongti/kernel';

export const encounterRefusals = {
  admissionNoMissing: {
    code: 'registry.encounter.admission-no-missing',
    kind: 'rule',
    titleZh: '入院、出院须填写住院号',
    titleEn: 'An admission or discharge carries the number of the stay',
  },
  inTheFuture: {
    code: 'registry.encounter.in-the-future',
    kind: 'rule',
    titleZh: '就诊时间晚于当前时间',
    titleEn: 'The encounter lies in the future',
  },
} as const satisfies Record<string, RefusalDefinition>;
