import type { IForbiddenRuleType } from 'dependency-cruiser';

const spec = '\\.spec\\.ts$';
const inRepository = '^(libs|services|tools)/';

/** What the tags cannot say: doors of libraries, packages of the two lowest ones, and what holds for every module. */
export const libraryRules: readonly IForbiddenRuleType[] = [
  {
    name: 'testing-in-specs-only',
    severity: 'error',
    comment: 'libs/testing starts servers and forges tokens: only specs and test/ may import it',
    from: { pathNot: [spec, '/test/', '^libs/testing/'] },
    to: { path: '^libs/testing/' },
  },
  {
    name: 'through-the-index',
    severity: 'error',
    comment: 'a library or tool is entered by its index.ts, so that what lies behind may move',
    from: { path: '^((?:libs|services|tools)/[^/]+)/' },
    to: { path: '^(libs|tools)/[^/]+/', pathNot: ['^$1/', '^(libs|tools)/[^/]+/src/index\\.ts$'] },
  },
  {
    name: 'no-unresolvable',
    severity: 'error',
    comment: 'nothing answers to this import; @yigongti/<library>/<path> never does',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'kernel-packages',
    severity: 'error',
    comment: 'the kernel uses one decimal library, one date library and the hash of node:crypto; nothing else',
    from: { path: '^libs/kernel/src/', pathNot: spec },
    to: { couldNotResolve: false, pathNot: [inRepository, 'node_modules/(decimal\\.js|temporal-polyfill)/', '^crypto$'] },
  },
  {
    name: 'events-packages',
    severity: 'error',
    comment: 'the events use Zod and nothing else, Node included',
    from: { path: '^libs/events/src/', pathNot: spec },
    to: { couldNotResolve: false, pathNot: [inRepository, 'node_modules/zod/'] },
  },
  {
    name: 'no-cycle',
    severity: 'error',
    comment: 'two modules that need each other are one module, or lack a third',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    severity: 'error',
    comment: 'nobody imports this module except specs: delete it, or move it to test/',
    module: {
      path: '^(libs|services)/[^/]+/src/',
      pathNot: [spec, '^libs/[^/]+/src/index\\.ts$', '^services/[^/]+/src/(main|consumers)\\.ts$'],
      numberOfDependentsLessThan: 1,
    },
    from: { pathNot: spec },
  },
];
