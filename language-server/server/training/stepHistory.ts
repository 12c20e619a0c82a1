import type { TrainingPoint } from "../../contract/lab.ts";
import { readPoint, stepLogPath } from "../../lab/train/stepLog.ts";
import { readRange, withFile } from "../../store/files.ts";

/** The points of a run's log, which may be growing: only what was added since the last look is read. */
export class StepHistory {
  readonly #path: string;
  #points: TrainingPoint[] = [];
  /** Bytes of whole lines that have been read. */
  #bytes = 0;
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
    if (!(await this.#readOn())) {
      // Steps were cut off the log: a run went on from its last checkpoint.
      this.#points = [];
      this.#bytes = 0;
      await this.#readOn();
    }
    return this.#points;
  }

  /** False when the log does not go on from what is known of it. */
  async #readOn(): Promise<boolean> {
    const added = await withFile(this.#path, async (file) => {
      const { size } = await file.stat();
      return size < this.#bytes ? null : readRange(file, this.#bytes, size);
    });
    if (added === null) return this.#bytes === 0;
    const end = added.lastIndexOf("\n") + 1;
    const points = added
      .toString("utf8", 0, end)
      .split("\n")
      .map(readPoint)
      .filter((point) => point !== null);
    const last = this.#points.at(-1);
    const [first] = points;
    if (last !== undefined && first !== undefined && first.step !== last.step + 1) return false;
    for (const point of points) this.#points.push(point);
    this.#bytes += end;
    return true;
  }
}
