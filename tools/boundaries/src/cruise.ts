import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import type { Finding } from './finding.ts';
import type { Project } from './projects.ts';

/** What one cruise over a tree saw: every source file of ours, and every import that a rule forbids. */
export interface Cruise {
  readonly modules: readonly string[];
  readonly findings: readonly Finding[];
}

const sourceFolders = ['src', 'test', 'migrations'];

/** Cruises a tree laid out like the repository: the repository itself, or a planted violation. */
export async function cruiseTree(
  tree: string,
  projects: readonly Project[],
  rules: readonly IForbiddenRuleType[],
): Promise<Cruise> {
  const folders = projects
    .flatMap((project) => sourceFolders.map((folder) => `${project.root}/${folder}`))
    .filter((folder) => existsSync(join(tree, folder)));
  const { output } = await cruise(
    folders,
    {
      baseDir: tree,
      validate: true,
      ruleSet: { forbidden: [...rules] },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^[^.].*/(dist|violations)/' },
      tsPreCompilationDeps: true,
    },
    { ...resolution(tree, projects), bustTheCache: true },
  );
  if (typeof output === 'string') throw new Error(output);
  return { modules: ownModules(output), findings: output.summary.violations.map(toFinding) };
}

/** Node with `-C @yigongti/source` reads a package's source entry; the alias says the same for trees that npm has not linked. */
function resolution(tree: string, projects: readonly Project[]) {
  const entries = projects.flatMap((project) =>
    project.source === undefined ? [] : [[`${project.name}$`, join(tree, project.root, project.source)] as const],
  );
  return {
    alias: Object.fromEntries(entries),
    exportsFields: ['exports'],
    conditionNames: ['@yigongti/source', 'import', 'require', 'node', 'types', 'default'],
  };
}

function ownModules(result: ICruiseResult): string[] {
  return result.modules.map((module) => module.source).filter((source) => /^(libs|services|tools)\/.*\.ts$/.test(source));
}

function toFinding(violation: ICruiseResult['summary']['violations'][number]): Finding {
  return { rule: violation.rule.name, from: violation.from, to: readable(violation.to) };
}

/** `../node_modules/@nestjs/common/index.js` reads better as `@nestjs/common`. */
function readable(path: string): string {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
}
