import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const repository = resolve(import.meta.dirname, '../../..');

/** Each line breaks one rule; ESLint reads the text as if it stood in the named file, with the types of that project. */
const planted: readonly (readonly [line: string, rule: string])[] = [
  ['export const rounded = (x: number | string) => (typeof x === "number" ? x : 0).toFixed(2);', 'yigongti/no-number-to-fixed'],
  ['export const parsed = Number.parseFloat("0.1");', 'no-restricted-syntax'],
  ['export const loose: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['const unused = 1;', '@typescript-eslint/no-unused-vars'],
  ['export const same = (a: string, b: string) => a == b;', 'eqeqeq'],
  ['export async function f() {}', ''],
  ['f();', '@typescript-eslint/no-floating-promises'],
  ['["a"].forEach(async () => f());', '@typescript-eslint/no-misused-promises'],
  [
    'export async function g() { await 1; throw "text"; }',
    '@typescript-eslint/await-thenable @typescript-eslint/only-throw-error',
  ],
  ['export function h(x: "a" | "b") { switch (x) { case "a": return 1; } }', '@typescript-eslint/switch-exhaustiveness-check'],
  ['console.log(1);', 'no-console'],
  ['export default same;', 'no-restricted-syntax'],
];

describe('the lint', () => {
  it('finds each planted fault, and nothing beside it', () => {
    const run = spawnSync(
      process.execPath,
      ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', 'libs/kernel/src/money.ts', '--format', 'json'],
      {
        cwd: repository,
        encoding: 'utf8',
        input: planted.map(([line]) => line).join('\n'),
      },
    );
    const [report] = JSON.parse(run.stdout) as [{ messages: { line: number; ruleId: string }[] }];
    const found = planted.map((_, index) =>
      report.messages.filter((message) => message.line === index + 1).map((message) => message.ruleId),
    );
    expect(found.map((rules) => rules.sort().join(' '))).toEqual(planted.map(([, rule]) => rule));
  }, 60_000);
});
