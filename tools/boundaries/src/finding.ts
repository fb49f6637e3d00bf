/** One broken boundary: which rule, which file, and what that file reached for (a path, a package, or a name). */
export interface Finding {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Stable order, so that two lists of findings can be compared as they are. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding) => `${finding.rule} ${finding.from} ${finding.to}`;
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
