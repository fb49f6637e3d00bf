import ts from 'typescript';

/** One function, method, constructor or arrow function with a body or a signature of its own. */
export interface FoundFunction {
  readonly name: string;
  readonly line: number;
  /** From the line of its name (decorators not counted) to the line of its closing brace. */
  readonly lines: number;
  readonly isConstructor: boolean;
  /** Those whose order a caller can mix up: without the ones that a decorator fills and without a leading `tx`. */
  readonly plainParameters: number;
  readonly parameters: number;
  /** Passed straight into a call, as the callbacks of describe and it are. */
  readonly isCallback: boolean;
}

export function parseSource(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

export function findFunctions(file: ts.SourceFile): FoundFunction[] {
  const found: FoundFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunction(node)) found.push(describeFunction(file, node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node)
  );
}

function describeFunction(file: ts.SourceFile, node: ts.FunctionLikeDeclaration): FoundFunction {
  const start = (node.name ?? node.parameters[0] ?? node).getStart(file);
  const line = file.getLineAndCharacterOfPosition(start).line + 1;
  const lastLine = file.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
  return {
    name: nameOf(node),
    line,
    lines: lastLine - line + 1,
    isConstructor: ts.isConstructorDeclaration(node),
    plainParameters: node.parameters.filter((parameter, index) => !isGiven(parameter, index)).length,
    parameters: node.parameters.length,
    isCallback: ts.isCallExpression(node.parent),
  };
}

function isGiven(parameter: ts.ParameterDeclaration, index: number): boolean {
  return Boolean(ts.getDecorators(parameter)?.length) || (index === 0 && parameter.name.getText() === 'tx');
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return ts.isClassDeclaration(node.parent) ? `new ${node.parent.name?.text}` : 'new';
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name.getText() : 'anonymous';
}
