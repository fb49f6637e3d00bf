import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

/** `$1` is the service, `$2` the feature: folders directly below `src`. */
const feature = '^services/([^/]+)/src/([^/]+)';
const own = '^services/$1/src/$2';
const spec = '\\.spec\\.ts$';
const edge = '\\.(controller|consumer|dto)\\.ts$';
const notEdge = '(?![^/]+\\.(?:controller|consumer|dto)\\.ts$)';

/** Use cases and ports: the files that lie directly in a feature and are no edges. Exported for the check of imported names. */
export const useCasePath = new RegExp(`${feature}/${notEdge}(?!index\\.ts$|[^/]+\\.spec\\.ts$)[^/]+\\.ts$`);

/** What a feature keeps to itself and to the composition root, even where its index.ts names it. */
export const innerPath = new RegExp(`/persistence/|${edge}`);

/** The three rings of a feature. Specs are outside: they put rings together on purpose. */
export const ringRules: readonly IRegularForbiddenRuleType[] = [
  {
    name: 'domain-allow-list',
    severity: 'error',
    comment: 'domain/ imports itself and the kernel; packages, Node, events and the other rings stay outside',
    from: { path: `${feature}/domain/`, pathNot: spec },
    to: { couldNotResolve: false, pathNot: [`${own}/domain/`, '^libs/kernel/'] },
  },
  {
    name: 'use-case-allow-list',
    severity: 'error',
    comment:
      'use cases and ports know domain, ports, kernel, events, database, messaging and of Nest Injectable; other features by index.ts',
    from: { path: useCasePath.source },
    to: {
      couldNotResolve: false,
      pathNot: [
        `${own}/domain/`,
        `${own}/${notEdge}[^/]+\\.ts$`,
        '^services/$1/src/[^/]+/index\\.ts$',
        // The county's figures as typed values; whatever else lies beside main.ts is composition.
        '^services/$1/src/profile\\.ts$',
        '^libs/(kernel|events|database|messaging)/',
        'node_modules/@nestjs/common/',
      ],
    },
  },
  {
    name: 'feature-through-its-index',
    severity: 'error',
    comment: 'another feature of the service is entered by its index.ts',
    from: { path: `${feature}/`, pathNot: [spec, useCasePath.source, '/domain/', '/index\\.ts$'] },
    to: { path: '^services/$1/src/[^/]+/', pathNot: [`${own}/`, '^services/$1/src/[^/]+/index\\.ts$'] },
  },
  {
    name: 'index-of-own-feature',
    severity: 'error',
    comment:
      'index.ts names what lies in its own feature, for the composition root and, as far as rings allow, for other features',
    from: { path: `${feature}/index\\.ts$` },
    to: { couldNotResolve: false, pathNot: `${own}/` },
  },
  {
    name: 'edge-not-to-persistence',
    severity: 'error',
    comment: 'controllers and consumers speak to use cases and ports; only the module knows the adapter',
    from: { path: `${feature}/[^/]+${edge}` },
    to: { path: `${own}/persistence/` },
  },
  {
    name: 'persistence-not-to-edge',
    severity: 'error',
    comment: 'a row does not know who asked for it',
    from: { path: `${feature}/persistence/`, pathNot: spec },
    to: { path: `${own}/[^/]+${edge}` },
  },
];
