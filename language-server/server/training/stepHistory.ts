import type { TrainingPoint } from "../../contract/lab.ts";
import { readPoint, stepLogPath } from "../../lab/train/stepLog.ts";
import { readRange, withFile } from "../../store/files.ts";

/** The points of a run's log, which may be growing: only what was added since the last look is read. */
export class StepHistory {
  readonly #path: string;
  #points: TrainingPoint[] = [];
  /** Bytes of whole lines that have been read. */
  #bytes = 0;
  /** Cutting steps off the log makes a new file of it. */
  #inode = 0;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#path = stepLogPath(folder);
  }

  /** All points in the log now; the array grows with later calls. */
  points(): Promise<readonly TrainingPoint[]> {
    const read = this.#reading.then(() => this.#read());
    this.#reading = read.catch(() => undefined);
    return read;
  }

  async #read(): Promise<readonly TrainingPoint[]> {
    const added = await withFile(this.#path, async (file) => {
      const { size, ino } = await file.stat();
      if (ino !== this.#inode || size < this.#bytes) {
        this.#points = [];
        this.#bytes = 0;
        this.#inode = ino;
      }
      return readRange(file, this.#bytes, size);
    });
    // The last line may still be being written.
    const end = added === null ? 0 : added.lastIndexOf("\n") + 1;
    for (const line of added?.toString("utf8", 0, end).split("\n") ?? []) {
      const point = readPoint(line);
      if (point !== null) this.#points.push(point);
    }
    this.#bytes += end;
    return this.#points;
  }
}
