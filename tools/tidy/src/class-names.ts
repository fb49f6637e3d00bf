import ts from 'typescript';
import { parseSource } from './functions.ts';

/** Endings that say what kind of thing a class is to its author and nothing about the business. */
const emptySuffix = /(Manager|Helper|Base|Impl|Data|Info)$/;

export function classNameFaults(path: string, text: string): string[] {
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && emptySuffix.test(node.name?.text ?? '')) {
      faults.push(`${path}: ${node.name?.text} ends in a word that says nothing`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parseSource(path, text));
  return faults;
}
