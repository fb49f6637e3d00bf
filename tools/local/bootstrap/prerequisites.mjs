import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const nodeLeast = 20;
/** Of Kafka 4. */
const javaLeast = 17;

/** What has to be installed before this command can work: a line for each missing thing, none when all is there. */
export function missingPrerequisites(command) {
  const needed = [missingNode(), missingNpm()];
  if (['start', 'demo', 'test', 'bench'].includes(command)) needed.push(...missingForServers(command === 'test' ? 'TEST_' : ''));
  return needed.filter((line) => line !== undefined);
}

/** Kafka and Redis come as jars, where nobody gave theirs. */
function missingForServers(prefix) {
  const ownBroker = !process.env[`${prefix}KAFKA_BROKERS`];
  const ownCache = !process.env[`${prefix}REDIS_URL`] && runs('redis-server', ['--version']) === undefined;
  return [ownBroker ? missingJava() : undefined, ownBroker || ownCache ? missingMaven() : undefined];
}

function missingNode() {
  if (Number(process.versions.node.split('.')[0]) >= nodeLeast) return undefined;
  return (
    `Node.js ${process.versions.node} is too old: install Node.js ${nodeLeast} or newer (https://nodejs.org). ` +
    `/ Node.js 版本过低，请安装 ${nodeLeast} 或更高版本。`
  );
}

function missingNpm() {
  if (runs('npm', ['--version']) !== undefined) return undefined;
  return 'npm is missing: install it with Node.js (https://nodejs.org; Debian: apt install npm). / 缺少 npm，请随 Node.js 一并安装。';
}

function missingJava() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const said = runs(java, ['-version']);
  const version = /version "(?:1\.)?(\d+)/.exec(said ?? '')?.[1];
  if (version !== undefined && Number(version) >= javaLeast) return undefined;
  const found = version === undefined ? 'Java is missing' : `Java ${version} is too old`;
  return (
    `${found}: install Java ${javaLeast} or newer for Apache Kafka (Debian: apt install openjdk-17-jre-headless), or give KAFKA_BROKERS. ` +
    `/ 请安装 Java ${javaLeast} 或更高版本，或设置 KAFKA_BROKERS。`
  );
}

/** Maven is for the first time only: afterwards the jars lie in the clone. */
function missingMaven() {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'deploy/local/pom.xml')))
    .digest('hex');
  if (existsSync(join(root, '.local/jars', hash.slice(0, 16))) || runs('mvn', ['--version']) !== undefined) return undefined;
  return 'Maven is missing: install it to fetch Apache Kafka and Redis (Debian: apt install maven). / 缺少 Maven，请先安装，用于下载 Kafka 与 Redis。';
}

/** What the program says, `java -version` on standard error; undefined when it does not run. */
function runs(program, args) {
  const result = spawnSync(program, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  return result.status === 0 ? result.stdout + result.stderr : undefined;
}
