/** Text that must not be committed, and why. Written as patterns, so that this file does not contain what it forbids. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\b(TOD[O]|FIXM[E])\b/, 'a note to oneself: do it, or open an issue'],
  [/(^|["'`\s=(:,])\/(work|root|home)\/[\w.]/, 'an absolute path of one machine'],
  [
    /\bregistry\.(npmjs\.org|npmmirror\.com|yarnpkg\.com)|\brepo1?\.maven\.(apache\.)?org|\b(pypi|pythonhosted)\.org/,
    "a registry's host: clients know theirs",
  ],
  [/"resolved": "https?:/, 'a lock file tied to the registry of one machine'],
  [/\bissue #?\d{1,2}\b/i, 'a number that only its author can look up'],
  [/\bshared\/(design|domain|seeds)\b/, 'a path outside the repository: cite the source by place and year'],
  [/\bhelper[ -]sessions?\b/i, 'working notes'],
];

/** Which lines of a file hold forbidden text. */
export function forbiddenTextFaults(path: string, text: string): string[] {
  return forbidden.flatMap(([pattern, reason]) => {
    const lines = text.split('\n');
    return lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${reason}`] : []));
  });
}
