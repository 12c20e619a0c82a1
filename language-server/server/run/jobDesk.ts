import type { EngineClient } from "./engineClient.ts";

/** Server-side work between two looks: short against a step of any real model. */
const lookEveryMs = 1;

/**
 * Hands the jobs of a run to the engine's slots in an order that does not depend on timing. Slots whose paths end in
 * the same step of the engine ask one after the other, as grading happens to take; so nothing is handed out before
 * every slot that stands still has either asked or gone on, and then by the number of the slot.
 */
export class JobDesk<Job> {
  private readonly asking = new Map<number, (job: Job | null) => void>();
  private readonly dismissed = new Set<number>();
  private readonly queue: Iterator<Job>;
  private serving = false;

  constructor(
    private readonly engine: EngineClient,
    jobs: Iterable<Job>,
  ) {
    this.queue = jobs[Symbol.iterator]();
  }

  /** The next job for a slot; null when there are no more. */
  next(slot: number): Promise<Job | null> {
    return new Promise((resolve) => {
      this.asking.set(slot, resolve);
      void this.serve();
    });
  }

  private async serve(): Promise<void> {
    if (this.serving) return;
    this.serving = true;
    while (this.asking.size > 0) {
      const stalled = await this.engine.call("stalled", {});
      // A lost engine has no order to keep.
      const held = stalled.ok ? stalled.value.held : [];
      if (held.every((slot) => this.asking.has(slot) || this.dismissed.has(slot))) this.handOut();
      else await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    this.serving = false;
  }

  private handOut(): void {
    const slots = [...this.asking].sort(([a], [b]) => a - b);
    this.asking.clear();
    for (const [slot, give] of slots) {
      const next = this.queue.next();
      if (next.done === true) this.dismissed.add(slot);
      give(next.done === true ? null : next.value);
    }
  }
}
