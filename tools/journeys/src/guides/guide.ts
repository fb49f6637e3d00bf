import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@yigongti/tool-local';

/** A fenced block of a guide. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** Line of the guide at which it begins, for messages. */
  readonly line: number;
}

/** A command of a guide and what the guide says that it prints; null where it says nothing. */
export interface Step {
  readonly command: Block;
  readonly answer: Block | null;
}

/** The fenced blocks of a guide of `docs/guides`, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(\w*)$/.exec(line);
    if (open && line === '```') {
      blocks.push({ language: open.language, text: open.lines.join('\n'), line: open.line });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { language: fence[1]!, line: index + 2, lines: [] };
  }
  return blocks;
}

export function readGuide(name: string): Block[] {
  return blocksOf(readFileSync(join(repositoryRoot, 'docs/guides', name), 'utf8'));
}

/** The shell commands, each with the answer that stands right below it. */
export function stepsOf(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((command, index) => {
    if (command.language !== 'bash') return [];
    const next = blocks[index + 1];
    return [{ command, answer: next && ['json', 'text'].includes(next.language) ? next : null }];
  });
}

/** All blocks of one language, one after the other. */
export function textOf(blocks: readonly Block[], language: string): string {
  const texts = blocks.filter((block) => block.language === language).map(({ text }) => text);
  return `${texts.join('\n')}\n`;
}
