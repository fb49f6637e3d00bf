import type { Command } from 'commander';
import { exitCodes, Failure } from '../failure.ts';
import { leaf, sessionOf, type Ending } from '../session.ts';
import { findTarget } from '../target/target.ts';
import { examine } from './examine.ts';
import { fault, type Finding } from './finding.ts';

/** `doctor`: finds what is wrong and says what to do. */
export function addDoctorCommand(program: Command, ending: Ending): void {
  leaf(program, {
    name: 'doctor',
    en: 'Finds what is wrong and says what to do about it; ends with 1 where something is',
    zh: '诊断问题并给出处理办法；有问题返回 1',
    examples: ['doctor', 'doctor --json | jq -r \'.findings[] | select(.level == "wrong") | .code\''],
  }).action(async (options: { json?: boolean }) => {
    const { findings, code } = await lookedAt();
    sessionOf(options).output.result({ well: code === exitCodes.well, findings }, () => lines(findings));
    ending.code = code;
  });
}

async function lookedAt() {
  try {
    const findings = await examine(findTarget());
    const isWrong = findings.some(({ level }) => level === 'wrong');
    return { findings, code: isWrong ? exitCodes.wrong : exitCodes.well };
  } catch (error) {
    if (!(error instanceof Failure) || error.exitCode !== exitCodes.away) throw error;
    const [en = '', ...todo] = error.told.en.split(': ');
    const [zh = '', ...todoZh] = error.told.zh.split('：');
    const finding = fault('wrong', 'stack.away', { found: [en, zh], todo: [todo.join(': '), todoZh.join('：')] });
    return { findings: [finding], code: exitCodes.away };
  }
}

const marks = { well: '✓', watch: '!', wrong: '✗' } as const;

function lines(findings: readonly Finding[]): string[] {
  const bad = findings.filter(({ level }) => level !== 'well').length;
  return [
    ...findings.flatMap(({ level, en, zh, do: todo }) => [
      `  ${marks[level]} ${en} / ${zh}`,
      ...(todo ? [`      → ${todo.en}`, `        ${todo.zh}`] : []),
    ]),
    '',
    bad === 0 ? 'All is well / 一切正常' : `${bad} thing(s) to look at / 共 ${bad} 项需处理`,
  ];
}
