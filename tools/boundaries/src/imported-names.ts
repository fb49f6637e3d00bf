import ts from 'typescript';

/** A name taken from or passed on by a module, with the specifier as written. `*` stands for all names at once. */
export interface NamedDependency {
  readonly specifier: string;
  readonly name: string;
}

export function importedNames(path: string, source: string): NamedDependency[] {
  return statementsOf(path, source)
    .filter((statement) => ts.isImportDeclaration(statement))
    .flatMap((statement) => {
      const bindings = statement.importClause?.namedBindings;
      const names = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(originalName) : ['*'];
      return named(statement.moduleSpecifier, names);
    });
}

/** `export { A as B } from './a.ts'` passes on B. */
export function reexportedNames(path: string, source: string): NamedDependency[] {
  return statementsOf(path, source)
    .filter((statement) => ts.isExportDeclaration(statement))
    .flatMap((statement) => {
      const clause = statement.exportClause;
      const names = clause && ts.isNamedExports(clause) ? clause.elements.map((element) => element.name.text) : ['*'];
      return statement.moduleSpecifier ? named(statement.moduleSpecifier, names) : [];
    });
}

function statementsOf(path: string, source: string): readonly ts.Statement[] {
  return ts.createSourceFile(path, source, ts.ScriptTarget.Latest).statements;
}

function originalName(element: ts.ImportSpecifier): string {
  return (element.propertyName ?? element.name).text;
}

function named(specifier: ts.Expression, names: readonly string[]): NamedDependency[] {
  return ts.isStringLiteral(specifier) ? names.map((name) => ({ specifier: specifier.text, name })) : [];
}
