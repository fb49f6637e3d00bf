import type { Finding } from './finding.ts';
import { importedNames } from './imported-names.ts';
import { useCasePath } from './rules/ring-rules.ts';

/**
 * The cruiser sees which module is imported, not which names. A use case takes `Injectable` from `@nestjs/common` and nothing
 * else: with `Inject`, `Logger` or an HTTP exception the framework would be in the decision.
 */
export function nestNameFindings(path: string, source: string): Finding[] {
  if (!useCasePath.test(path)) return [];
  return importedNames(path, source)
    .filter(({ specifier, name }) => specifier === '@nestjs/common' && name !== 'Injectable')
    .map(({ name }) => ({ rule: 'use-case-nest-names', from: path, to: name }));
}
