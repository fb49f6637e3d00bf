import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import type { Constraint } from './constraints.ts';
import type { Project } from '../projects.ts';

/** One rule a constraint: `scope:kernel` becomes `scope-kernel`. The cruiser then judges imports, not declared dependencies. */
export function tagRules(projects: readonly Project[], constraints: readonly Constraint[]): IRegularForbiddenRuleType[] {
  return constraints.map((constraint) => tagRule(projects, constraint));
}

function tagRule(projects: readonly Project[], constraint: Constraint): IRegularForbiddenRuleType {
  const sources = projects.filter((project) => project.tags.includes(constraint.sourceTag));
  const open = projects.filter((project) => project.tags.some((tag) => constraint.onlyDependOn.includes(tag)));
  // The scope dimension orders libraries (testing has a rule of its own); that no library reaches a service or a tool is said
  // once, by the type dimension.
  const judged = constraint.sourceTag.startsWith('scope:') ? '^libs/(?!testing/)' : '^(libs|services|tools)/';
  return {
    name: constraint.sourceTag.replace(':', '-'),
    severity: 'error',
    comment: constraint.reason,
    from: { path: `^(${roots(sources)})/` },
    to: {
      path: judged,
      pathNot: ['^$1/', ...(open.length > 0 ? [`^(${roots(open)})/`] : []), ...(constraint.except ?? [])],
    },
  };
}

function roots(projects: readonly Project[]): string {
  return projects.map((project) => project.root).join('|');
}
