import type { TextRange } from "../../contract/entities.ts";
import type { DatasetCode, DatasetDiagnostic, DatasetSeverity } from "./types.ts";

const kept = 200;

/**
 * Collects diagnostics in the order of the file and keeps the first 200: a 100 MB file of another kind must not
 * fill the memory and the Problems view with one line each. `finish` adds a line that tells how many were left out.
 */
export class DiagnosticList {
  readonly #items: DatasetDiagnostic[] = [];
  #leftOut = 0;
  #errors = 0;
  #lastRange: TextRange | undefined;

  add(severity: DatasetSeverity, code: DatasetCode, range: TextRange, message: string): void {
    if (severity === "error") this.#errors++;
    if (this.#items.length < kept) {
      this.#items.push({ range, message, code, severity });
    } else {
      this.#leftOut++;
      this.#lastRange ??= range;
    }
  }

  get items(): readonly DatasetDiagnostic[] {
    return this.#items;
  }

  /** Errors met so far, those left out of `items` included. */
  get errors(): number {
    return this.#errors;
  }

  /** Adds the summary, once, if anything was left out. */
  finish(): void {
    if (this.#leftOut === 0 || this.#lastRange === undefined) return;
    this.#items.push({
      range: this.#lastRange,
      message: `${this.#leftOut} more problems in this file are not listed.`,
      code: "too-many-problems",
      severity: "information",
    });
    this.#leftOut = 0;
  }
}
