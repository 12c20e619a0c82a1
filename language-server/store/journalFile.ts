import type { StageRecord } from "../contract/entities.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import { readRange, withFile } from "./files.ts";
import { parseJournalLine } from "./journalRecords.ts";
import { JournalState, type LineSpan } from "./journalState.ts";
import { readFirstLine, readLines } from "./lineReader.ts";

/** A journal on disk and what it says up to the byte that was read. */
export class JournalFile {
  readonly state: JournalState;
  readonly #path: string;
  /** Offset behind the last complete line read. */
  validEnd = 0;
  /** Complete lines that could not be read; more than none means that the file was damaged from outside. */
  damagedLines = 0;

  private constructor(path: string, state: JournalState) {
    this.#path = path;
    this.state = state;
  }

  /** Reads the whole journal, once. Errors: `run/not-found`, `run/damaged` (no readable first line). */
  static async open(path: string): Promise<Result<JournalFile>> {
    const first = await readFirstLine(path).catch(() => null);
    if (first === null) {
      const exists = await withFile(path, async () => true).catch(() => null);
      return exists === null
        ? fail("run/not-found", "There is no run in this folder: its journal is missing.", path)
        : fail("run/damaged", "This run cannot be read: the first line of its journal is cut off.", path);
    }
    const record = parseJournalLine(first);
    if (record?.t !== "manifest")
      return fail(
        "run/damaged",
        "This run cannot be read: its journal does not begin with a manifest.",
        path,
      );
    const file = new JournalFile(path, new JournalState(record.manifest, record.at));
    await file.refresh();
    return ok(file);
  }

  /** Reads what was appended since. */
  async refresh(): Promise<void> {
    const { validEnd } = await readLines(this.#path, this.validEnd, (text, offset, bytes) => {
      const record = parseJournalLine(text);
      if (record === null) this.damagedLines += text.trim() === "" ? 0 : 1;
      else this.state.apply(record, { offset, bytes });
    });
    this.validEnd = Math.max(this.validEnd, validEnd);
  }

  /** Stage records with their texts, from their lines. */
  async stages(lines: readonly LineSpan[]): Promise<StageRecord[]> {
    const records = await withFile(this.#path, async (file) => {
      const found: StageRecord[] = [];
      for (const { offset, bytes } of lines) {
        const record = parseJournalLine((await readRange(file, offset, offset + bytes)).toString("utf8"));
        if (record?.t === "stage") found.push(record.record);
      }
      return found;
    });
    return records ?? [];
  }
}
