import type { Decision } from "../core/grading/types.ts";

/** Bounded cache of decisions by (profile and options, gold, prediction); the oldest entry goes first. */
export class DecisionCache {
  private readonly entries = new Map<string, Decision>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: string): Decision | undefined {
    return this.entries.get(key);
  }

  set(key: string, decision: Decision): void {
    if (this.entries.size >= this.limit) {
      const oldest = this.entries.keys().next();
      if (!oldest.done) this.entries.delete(oldest.value);
    }
    this.entries.set(key, decision);
  }
}
