import type { About } from '../http/journal.ts';
import type { LineAnswer, Office } from '../http/office.ts';
import type { PlayState } from './play-state.ts';

export interface LinesToSend<Line extends object> {
  readonly step: string;
  readonly path: string;
  readonly lines: readonly Line[];
  readonly about: About;
}

/** Sends lines and counts those that are refused; gives the answers in order. Sends nothing where there is nothing. */
export async function sendLines<Line extends object>(
  office: Office,
  state: PlayState,
  sending: LinesToSend<Line>,
): Promise<LineAnswer[]> {
  if (sending.lines.length === 0) return [];
  const answers = await office.upload(sending);
  for (const { status, errors } of answers) {
    if (status !== 'refused') continue;
    const code = errors?.[0]?.code ?? 'unknown';
    state.refusedLines.set(code, (state.refusedLines.get(code) ?? 0) + 1);
  }
  return answers;
}
