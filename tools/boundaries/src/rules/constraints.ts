import type { Project } from '../projects.ts';

/** Projects that carry `sourceTag` may depend on themselves and on projects with one of `onlyDependOn`. */
export interface Constraint {
  readonly sourceTag: string;
  readonly onlyDependOn: readonly string[];
  /** Files that are open all the same, as regular expressions on the path. */
  readonly except?: readonly string[];
  readonly reason: string;
}

/** A service's list of consumers: the one file from which the event catalogue learns who consumes what. */
const consumerList = '^services/[^/]+/src/consumers\\.ts$';

/**
 * Who may depend on whom, by the two dimensions of the Nx tags: `type:` for the kind of project, `scope:` for libraries among
 * themselves. `libs/testing` is open to the specs of all and closed to everything else by a rule of its own.
 */
export const constraints: readonly Constraint[] = [
  { sourceTag: 'type:library', onlyDependOn: ['type:library'], reason: 'a library knows neither services nor tools' },
  { sourceTag: 'type:service', onlyDependOn: ['type:library'], reason: 'services meet in events, never in code' },
  {
    sourceTag: 'type:tool',
    onlyDependOn: ['type:library', 'type:tool'],
    except: [consumerList],
    reason: 'a tool sees of a service its HTTP interface, its topics and its list of consumers',
  },
  { sourceTag: 'scope:kernel', onlyDependOn: [], reason: 'every domain stands on the kernel, so it stands on nothing' },
  { sourceTag: 'scope:events', onlyDependOn: [], reason: 'the events are published alone one day' },
  { sourceTag: 'scope:database', onlyDependOn: ['scope:kernel'], reason: 'storing knows nothing of publishing' },
  {
    sourceTag: 'scope:cache',
    onlyDependOn: ['scope:kernel'],
    reason: 'a cache is never the truth, so nothing below it needs it',
  },
  {
    sourceTag: 'scope:messaging',
    onlyDependOn: ['scope:kernel', 'scope:events', 'scope:database'],
    reason: 'outbox and inbox live in transactions and know no HTTP',
  },
  {
    sourceTag: 'scope:service-host',
    onlyDependOn: ['scope:kernel', 'scope:events', 'scope:database', 'scope:messaging', 'scope:cache'],
    reason: 'the host of a service is the last layer before the services',
  },
];

/** Libraries whose neighbours need no row: any library may be tested, so `testing` may import any. */
const openScopes = new Set(['scope:testing']);

/** What would let a project slip through the constraints: a missing or doubled tag, a wildcard, a library without a row. */
export function tagFaults(projects: readonly Project[], rows: readonly Constraint[]): string[] {
  const wildcards = rows
    .filter((row) => [row.sourceTag, ...row.onlyDependOn].some((tag) => tag.includes('*')))
    .map((row) => `${row.sourceTag}: a wildcard allows what nobody has decided`);
  return [...wildcards, ...projects.flatMap((project) => projectFaults(project, rows))];
}

function projectFaults(project: Project, rows: readonly Constraint[]): string[] {
  const faults: string[] = [];
  for (const dimension of ['type:', 'scope:']) {
    const count = project.tags.filter((tag) => tag.startsWith(dimension)).length;
    if (count !== 1) faults.push(`${project.root}: ${count} tags of ${dimension}, expected one`);
  }
  const needed = project.tags.filter((tag) => tag.startsWith('type:') || project.tags.includes('type:library'));
  for (const tag of needed) {
    if (!openScopes.has(tag) && !rows.some((row) => row.sourceTag === tag))
      faults.push(`${project.root}: no constraint for ${tag}`);
  }
  return faults;
}
