// The door of every npm script. Plain JavaScript without dependencies: it runs on the machine's own Node before anything is
// installed, installs what is missing, and hands over to the pinned Node with the TypeScript sources.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { installIfNeeded } from './bootstrap/install.mjs';
import { missingPrerequisites } from './bootstrap/prerequisites.mjs';
import { root } from './bootstrap/root.mjs';

const [command, ...rest] = process.argv.slice(2);
const missing = missingPrerequisites(command);
if (missing.length > 0) {
  for (const line of missing) console.error(line);
  process.exit(1);
}
if (!(await installIfNeeded())) process.exit(1);

const hook = ['-C', '@yigongti/source', '--import', './tools/local/swc-hook.mjs'];
const child = spawn('node_modules/.bin/node', [...hook, 'tools/local/src/main.ts', command ?? '', ...rest], {
  cwd: root,
  // The channel tells the other side when this process is killed.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
stopWithoutNpm();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(
    `${error.message}: the installation is not whole, delete node_modules and try again / 安装不完整，请删除 node_modules 后重试`,
  );
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));

/** npm passes signals on, but not its own death by kill -9. */
function stopWithoutNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1_000).unref();
}
