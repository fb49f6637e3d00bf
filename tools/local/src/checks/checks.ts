/** One thing that a submission must pass. */
export interface Check {
  readonly name: string;
  readonly labelZh: string;
  readonly what: string;
  /** Arguments of Node, relative to the root. */
  readonly program: readonly string[];
  /** Tiers of specs count their tests and read their tier from the environment; other checks count as one. */
  readonly tier?: Tier;
  /** Its specs talk to PostgreSQL, Kafka or Redis. */
  readonly needsServers?: true;
}

export type Tier = 'rule' | 'contract' | 'int' | 'component' | 'journey';

const jest = ['--no-warnings=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];

/** In order: what is quick and cheap to mend first. */
export const checks: readonly Check[] = [
  {
    name: 'format',
    labelZh: '格式',
    what: 'prettier',
    program: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'types',
    labelZh: '类型',
    what: 'TypeScript over the whole repository',
    program: ['node_modules/typescript-native/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  },
  { name: 'lint', labelZh: '规范', what: 'ESLint', program: ['node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'rule', labelZh: '规则', what: 'rules, boundaries and house rules, without servers', program: jest, tier: 'rule' },
  { name: 'contract', labelZh: '契约', what: 'events and documents on both sides', program: jest, tier: 'contract' },
  {
    name: 'int',
    labelZh: '适配',
    what: 'adapters against real PostgreSQL, Kafka and Redis',
    program: jest,
    tier: 'int',
    needsServers: true,
  },
  {
    name: 'component',
    labelZh: '组件',
    what: 'one service at a time, on a real database',
    program: jest,
    tier: 'component',
    needsServers: true,
  },
  {
    name: 'journey',
    labelZh: '旅程',
    what: 'the whole suite',
    // Starts a whole stack of its own.
    program: [...jest, '--runInBand'],
    tier: 'journey',
  },
];
