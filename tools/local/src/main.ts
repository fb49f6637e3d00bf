import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start, startUsage } from './commands/start.ts';
import { status } from './commands/status.ts';
import { stop } from './commands/stop.ts';
import { repositoryRoot } from './repository.ts';
import { Interrupted } from './stack/open-stack.ts';
import { Say } from './terminal/say.ts';

/** Programs beside this one that have a door of their own: `main(args)` gives the exit code. */
const programs: Readonly<Record<string, string>> = {
  demo: 'tools/demo/src/main.ts',
  bench: 'tools/bench/src/main.ts',
  test: 'tools/local/src/checks/main.ts',
  yigongti: 'tools/cli/src/main.ts',
};

const [command = '', ...args] = process.argv.slice(2);
const say = new Say();
// A closed terminal is no reason to leave processes behind.
process.stdout.on('error', () => undefined);
// The bootstrap was killed, and cannot pass anything on any more.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = error instanceof Interrupted ? 130 : 1;
  console.error(isForPeople(error as Error) ? `\n${(error as Error).message}` : error);
}
process.exit();

async function run(): Promise<number> {
  if (command === 'start') return args.includes('--help') ? usage() : start(args, say);
  if (command === 'status') return status(say);
  if (command === 'stop') return stop(say);
  const program = programs[command];
  if (program === undefined) return usage();
  const file = join(repositoryRoot, program);
  if (!existsSync(file)) throw new Error(`${program} is not there`);
  const { main } = (await import(pathToFileURL(file).href)) as { main: (args: string[]) => Promise<number> };
  return main(args);
}

/** A message made for people needs no stack; a bug does. */
function isForPeople({ name, message, code }: Error & { readonly code?: string | number }): boolean {
  // The code of a program that failed is a number.
  const isUsage = String(code).startsWith('ERR_PARSE_ARGS');
  return isUsage || (message !== '' && !['TypeError', 'ReferenceError', 'SyntaxError'].includes(name));
}

function usage(): number {
  say.line(`${startUsage}\nnpm run status · npm stop · npm run demo · npm test · npm run bench · npm run yigongti`);
  return command === 'start' ? 0 : 1;
}
