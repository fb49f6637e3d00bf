import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { checkCounty, countyNames, countyPath } from '@yigongti/tool-counties';
import { exitCodes, usageFailure } from '../failure.ts';
import { leaf, sessionOf, type Ending } from '../session.ts';

/** `county`: what an operator does with a county's profile. */
export function addCountyCommands(program: Command, ending: Ending): void {
  const county = program.command('county').summary('county profiles 县域配置').description('County profiles 县域配置');
  leaf(county, {
    name: 'check <file>',
    en: 'Every fault of a county profile at once, by path or by name; ends with 1 where there is one',
    zh: '检查县域配置；有误返回 1',
    examples: ['county check changle', 'county check deploy/counties/changle.yaml --json'],
  }).action((file: string, options: { json?: boolean }) => {
    const faults = checkCounty(pathOf(file));
    sessionOf(options).output.result({ file, faults }, () =>
      faults.length === 0
        ? [`${file} is whole / 配置完整`]
        : [...faults.map(({ at, message }) => `  ${at}: ${message}`), `${faults.length} faults / 共 ${faults.length} 处错误`],
    );
    if (faults.length > 0) ending.code = exitCodes.wrong;
  });
}

function pathOf(file: string): string {
  if (existsSync(file)) return file;
  if (countyNames().includes(file)) return countyPath(file);
  throw usageFailure(`There is no file ${file}, nor a county of that name (${countyNames().join(', ')})`, '文件或县域不存在');
}
