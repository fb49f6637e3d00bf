import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const lock = join(root, 'package-lock.json');
/** The hash of the lock that node_modules was installed from. Inside node_modules, so that it goes with it. */
const stamp = join(root, 'node_modules/.yigongti-lock');
/** Written by npm itself at the end of every install. */
const npmsOwnLock = join(root, 'node_modules/.package-lock.json');

/** Installs the packages when they are missing or older than the lock. False when that failed; npm has said why. */
export async function installIfNeeded() {
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (isInstalled(hash)) return true;
  const from = Date.now();
  console.log('Installing packages (npm ci), about a minute … / 正在安装依赖，约一分钟……');
  if (!(await npmCi())) {
    console.error('npm ci failed, see above / 依赖安装失败，见上文');
    return false;
  }
  writeFileSync(stamp, hash);
  console.log(`Packages installed in ${Math.round((Date.now() - from) / 1000)} s / 依赖已安装`);
  return true;
}

/** A developer's own `npm install` writes the lock and node_modules together and leaves no stamp: it is taken over. */
function isInstalled(hash) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  if (!existsSync(npmsOwnLock) || statSync(npmsOwnLock).mtimeMs < statSync(lock).mtimeMs - 10_000) return false;
  writeFileSync(stamp, hash);
  return true;
}

function npmCi() {
  // npm warns about engines while it still runs on the machine's own Node, hundreds of lines that mean nothing here.
  const npm = spawn('npm', ['ci', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    npm.on('error', () => resolve(false));
    npm.on('exit', (code) => resolve(code === 0));
  });
}
