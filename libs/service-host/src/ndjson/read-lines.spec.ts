import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineBytesMax, readLines } from './read-lines.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(text: string, size: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const read of readLines(inPieces(Buffer.from(text), size))) {
    lines[read.line - 1] = 'bytes' in read ? read.bytes.toString() : null;
  }
  return lines;
}

describe('readLines', () => {
  it('does not depend on how the bytes arrive', async () => {
    const lines = fc.array(
      fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\n', '甲')),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 40 }), async (given, size) => {
        const read = await linesOf(given.join('\n'), size);
        const kept = given.map((line) => (/^[ \t\r]*$/.test(line) ? undefined : line));
        expect(Array.from(given, (_, index) => read[index] ?? undefined)).toEqual(
          kept.map((line) => line && Buffer.from(line).toString()),
        );
      }),
    );
  });

  it.each([1_000, 100_000])('tells a line that is too long and reads on, in pieces of %i', async (size) => {
    expect(await linesOf(`a\n${'x'.repeat(lineBytesMax + 1)}\nb`, size)).toEqual(['a', null, 'b']);
    expect(await linesOf(`a\n${'x'.repeat(lineBytesMax)}\n`, size)).toEqual(['a', 'x'.repeat(lineBytesMax)]);
  });
});
