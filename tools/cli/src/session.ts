import type { Command } from 'commander';
import type { ExitCode } from './failure.ts';
import { Output } from './output/output.ts';

/** What a command gets beside its own options. */
export interface Session {
  readonly output: Output;
}

/** Keeps how the last command wants the program to end. */
export class Ending {
  code: ExitCode = 0;
}

/** Adds a command that prints one result: `--json` is its own, and its examples stand below its help. */
export function leaf(parent: Command, text: { name: string; en: string; zh: string; examples: readonly string[] }): Command {
  const examples = text.examples.map((example) => `  npm run -s yigongti -- ${example}`).join('\n');
  return parent
    .command(text.name)
    .summary(`${text.en} ${text.zh}`)
    .description(`${text.en}\n${text.zh}`)
    .option('--json', 'print JSON for programs (输出 JSON)')
    .addHelpText('after', `\nExamples 示例:\n${examples}`);
}

/** The session of a command from its options. */
export function sessionOf({ json }: { json?: boolean }): Session {
  return { output: new Output(json ?? false) };
}
