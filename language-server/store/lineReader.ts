import { readRange, withFile } from "./files.ts";

const blockBytes = 1 << 20;
const newline = 0x0a;

/**
 * Calls `take` with every complete line from byte `from` on. A last line without its newline is left out: it is still
 * being written, or was cut off.
 * @returns the offset behind the last complete line, and the size of what was read; 0 and 0 when there is no file.
 */
export async function readLines(
  path: string,
  from: number,
  take: (line: string, offset: number, bytes: number) => void,
): Promise<{ readonly validEnd: number; readonly size: number }> {
  const read = await withFile(path, async (file) => {
    let rest: Buffer = Buffer.alloc(0);
    let position = from;
    let validEnd = from;
    for (;;) {
      const block = await readRange(file, position, position + blockBytes);
      if (block.length === 0) break;
      position += block.length;
      const bytes = rest.length === 0 ? block : Buffer.concat([rest, block]);
      let start = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
        take(bytes.toString("utf8", start, end), validEnd, end + 1 - start);
        validEnd += end + 1 - start;
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
    return { validEnd, size: position };
  });
  return read ?? { validEnd: 0, size: 0 };
}

/** The first line of a file, without its newline; null when there is no file or no complete line. */
export async function readFirstLine(path: string): Promise<string | null> {
  return withFile(path, async (file) => {
    let bytes: Buffer = Buffer.alloc(0);
    for (;;) {
      const block = await readRange(file, bytes.length, bytes.length + (1 << 16));
      if (block.length === 0) return null;
      const end = block.indexOf(newline);
      if (end >= 0) return Buffer.concat([bytes, block.subarray(0, end)]).toString("utf8");
      bytes = Buffer.concat([bytes, block]);
    }
  });
}
