/** Bytes of one line at most: twice our largest record. */
export const lineBytesMax = 64 * 1024;

/** A line as bytes, or the reason why it cannot be read. */
export type RawLine = { readonly line: number; readonly bytes: Buffer } | { readonly line: number; readonly tooLong: true };

const newline = 0x0a;

/** Splits a stream into lines without holding more than one chunk and one line. Blank lines are counted and skipped. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<RawLine> {
  let line = 1;
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      const read = lineOf(line, [...parts, rest.subarray(0, end)], size + end);
      if (read) yield read;
      line += 1;
      parts = [];
      size = 0;
      rest = rest.subarray(end + 1);
    }
    size += rest.length;
    // A line without end must not fill the memory: what is beyond the limit is counted, not kept.
    if (size <= lineBytesMax) parts.push(rest);
  }
  const last = lineOf(line, parts, size);
  if (last) yield last;
}

function lineOf(line: number, parts: readonly Buffer[], size: number): RawLine | null {
  if (size > lineBytesMax) return { line, tooLong: true };
  const bytes = Buffer.concat(parts);
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d) ? null : { line, bytes };
}
