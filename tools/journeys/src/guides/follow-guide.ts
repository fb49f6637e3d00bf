import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@yigongti/tool-local';
import { jsonFaults, jsonIn, textFaults } from './answer-faults.ts';
import { readGuide, stepsOf, textOf, type Step } from './guide.ts';

/** What the guides call the file with their TypeScript: a reader saves it in the root of the clone. */
const program = 'connect.ts';
/** Milliseconds. */
const patience = 120_000;

/**
 * Does what a guide says, as a person would who pastes its blocks into one shell, and gives where the answers are not those that the
 * guide shows. A command that fails ends it, as the last fault. The guide's TypeScript is saved below the clone, where it finds packages.
 */
export async function followGuide(name: string, environment: Readonly<Record<string, string>>): Promise<string[]> {
  const blocks = readGuide(name);
  const steps = stepsOf(blocks);
  const folder = join(repositoryRoot, '.local', `guide-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const file = join(folder, program);
    writeFileSync(file, textOf(blocks, 'ts'));
    const { printed, failure } = await shell(scriptOf(steps).replaceAll(program, file), environment);
    const answers = printed.split(marker).slice(1);
    const faults = answers.flatMap((answer, index) => stepFaults(steps[index]!, answer));
    const broken = steps[answers.length - 1]?.command.line ?? 0;
    return failure === null ? faults : [...faults, `line ${broken}: the command failed\n${failure}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const marker = '@@ next step @@\n';

function scriptOf(steps: readonly Step[]): string {
  const commands = steps.map(({ command }) => `printf '%s\\n' '${marker.trim()}'\n${command.text}`);
  return `set -euo pipefail\n${commands.join('\n')}\n`;
}

function shell(script: string, environment: Readonly<Record<string, string>>) {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const options = { cwd: repositoryRoot, env: { ...inherited, ...environment }, timeout: patience, maxBuffer: 64 * 1024 * 1024 };
  return new Promise<{ printed: string; failure: string | null }>((resolve) => {
    execFile('bash', ['-c', script], options, (error, stdout, stderr) =>
      resolve({ printed: stdout, failure: error ? `${stderr}${error.killed ? '\ntook too long' : ''}` : null }),
    );
  });
}

function stepFaults({ answer }: Step, printed: string): string[] {
  if (!answer) return [];
  const { language, text, line } = answer;
  const faults = language === 'json' ? jsonFaults(JSON.parse(text), jsonIn(printed)) : textFaults(text, printed);
  return faults.map((fault) => `line ${line}: ${fault}`);
}
