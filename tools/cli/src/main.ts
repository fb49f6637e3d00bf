import { CommanderError } from 'commander';
import { exitCodes, Failure, type ExitCode } from './failure.ts';
import { programOf } from './program.ts';
import { Ending } from './session.ts';

/** `npm run yigongti -- ARGS`. Gives the exit code; what went wrong stands on standard error, as JSON where `--json` was asked for. */
export async function main(args: string[]): Promise<ExitCode> {
  const ending = new Ending();
  const json = args.includes('--json');
  try {
    await programOf(ending, json).parseAsync(args, { from: 'user' });
    return ending.code;
  } catch (error) {
    return told(error, json);
  }
}

function told(error: unknown, json: boolean): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has printed help, or for a person what is wrong with the arguments.
    if (error.exitCode === 0) return exitCodes.well;
    if (json) console.error(JSON.stringify({ error: { code: 'cli.usage', en: error.message, zh: '用法错误' } }));
    return exitCodes.usage;
  }
  if (!(error instanceof Failure)) throw error;
  console.error(json ? JSON.stringify({ error: error.told }) : `✗ ${error.message}`);
  return error.exitCode;
}
