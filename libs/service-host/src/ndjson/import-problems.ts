import type { RefusalDefinition } from '@yigongti/kernel';

const define = (code: string, kind: RefusalDefinition['kind'], titleZh: string, titleEn: string): RefusalDefinition => ({
  code,
  kind,
  titleZh,
  titleEn,
});

/** Reasons that stand in the results of an upload. */
export const importProblems = {
  lineTooLong: define('import.line-too-long', 'shape', '行过长', 'The line is too long'),
  lineNotUtf8: define('import.line-not-utf8', 'shape', '行不是 UTF-8 编码', 'The line is not UTF-8'),
  tooManyLines: define(
    'import.too-many-lines',
    'shape',
    '行数超出上限，本行及以后未处理',
    'Too many lines: this one and those after it were not read',
  ),
  conflict: define('import.conflict', 'conflict', '与已有数据冲突', 'The line conflicts with a record that exists'),
  rolledBack: define(
    'import.rolled-back',
    'rule',
    '整批未导入，因有其他行被拒绝',
    'Nothing was imported, because another line was refused',
  ),
} as const;
