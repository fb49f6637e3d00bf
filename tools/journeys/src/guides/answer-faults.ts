/** `…` in a guide stands for what differs from run to run. */
const elided = '…';

/** Where an answer is not what the guide says; an answer may say more than the guide shows. */
export function jsonFaults(shown: unknown, got: unknown, at = ''): string[] {
  if (typeof shown === 'string') return typeof got === 'string' && matches(shown, got) ? [] : [differs(at, shown, got)];
  if (Array.isArray(shown)) {
    if (!Array.isArray(got) || got.length < shown.length) return [differs(at, shown, got)];
    return shown.flatMap((item, index) => jsonFaults(item, got[index], `${at}/${index}`));
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof got !== 'object' || got === null) return [differs(at, shown, got)];
    return Object.entries(shown).flatMap(([name, value]) =>
      jsonFaults(value, (got as Record<string, unknown>)[name], `${at}/${name}`),
    );
  }
  return Object.is(shown, got) ? [] : [differs(at, shown, got)];
}

export function textFaults(shown: string, got: string): string[] {
  return matches(shown.trim(), got.trim()) ? [] : [differs('', shown, got)];
}

/** The JSON in what a command printed: from the first brace on. */
export function jsonIn(printed: string): unknown {
  try {
    return JSON.parse(printed.slice(printed.indexOf('{')));
  } catch {
    return undefined;
  }
}

function matches(shown: string, got: string): boolean {
  const parts = shown.split(elided).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(got);
}

function differs(at: string, shown: unknown, got: unknown): string {
  return `${at || 'the answer'}: the guide shows ${JSON.stringify(shown)}, it is ${JSON.stringify(got)}`;
}
