import ts from 'typescript';
import type { Finding } from './finding.ts';
import { useCasePath } from './ring-rules.ts';

/**
 * The cruiser sees which module is imported, not which names. A use case takes `Injectable` from `@nestjs/common` and nothing
 * else: with `Inject`, `Logger` or an HTTP exception the framework would be in the decision.
 */
export function nestNameFindings(path: string, source: string): Finding[] {
  if (!useCasePath.test(path)) return [];
  return namesFrom('@nestjs/common', path, source)
    .filter((name) => name !== 'Injectable')
    .map((name) => ({ rule: 'use-case-nest-names', from: path, to: name }));
}

function namesFrom(specifier: string, path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  return file.statements
    .filter((statement) => ts.isImportDeclaration(statement))
    .filter((statement) => ts.isStringLiteral(statement.moduleSpecifier) && statement.moduleSpecifier.text === specifier)
    .flatMap(importedNames);
}

/** A namespace or default import opens every name, so it counts as `*`. */
function importedNames(statement: ts.ImportDeclaration): string[] {
  const bindings = statement.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return ['*'];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}
