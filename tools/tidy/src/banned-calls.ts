import ts from 'typescript';
import { parseSource } from './functions.ts';
import { isTest } from './tracked-files.ts';

/** Where clock, chance and environment come in as arguments only: every domain, and the kernel that every domain imports. */
const pure = /^services\/[^/]+\/src\/[^/]+\/domain\/|^libs\/kernel\/src\//;

/** The only readers of the environment: config, the boot that hands it to the schema, programs, and the library that hands servers to specs. */
const readsEnvironment =
  /\/config\.ts$|^libs\/service-host\/src\/boot\/boot-service\.ts$|^tools\/|^libs\/testing\/|\.config\.mjs$/;

const impureMembers = new Set(['Date.now', 'Math.random', 'performance.now', 'Temporal.Now']);
const impureNames = new Set(['randomUUID', 'randomBytes', 'randomInt', 'getRandomValues', 'console', 'process']);

/** Calls of clock, chance, environment and console in a domain or in the kernel. */
export function impureCallFaults(path: string, text: string): string[] {
  if (!pure.test(path) || isTest(path)) return [];
  return findNodes(path, text, (node) => isClockConstructor(node) || impureMembers.has(memberOf(node)) || isImpureName(node));
}

export function environmentFaults(path: string, text: string): string[] {
  if (readsEnvironment.test(path) || isTest(path)) return [];
  return findNodes(path, text, (node) => memberOf(node) === 'process.env');
}

function findNodes(path: string, text: string, isBanned: (node: ts.Node) => boolean): string[] {
  const file = parseSource(path, text);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isBanned(node))
      faults.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: ${node.getText(file)}`);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** `new Date()` reads the clock; `new Date(text)` does not. */
function isClockConstructor(node: ts.Node): boolean {
  return (
    ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date' && !node.arguments?.length
  );
}

function memberOf(node: ts.Node): string {
  return ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)
    ? `${node.expression.text}.${node.name.text}`
    : '';
}

function isImpureName(node: ts.Node): boolean {
  return ts.isIdentifier(node) && impureNames.has(node.text);
}
