const gatherMs = 2;

/**
 * Lets all working sequences take their steps together. The library starts a decode with whatever is queued at that
 * moment; sequences whose candidates come back a little later would miss it, and batches would be small and differ
 * from run to run. Here nobody starts a step before all others are ready for theirs: batches are full, and the same
 * work gives the same batches.
 *
 * A held sequence counts as one of the others also between its stages, so that the pause for grading or for the next
 * question does not let the rest run ahead by an amount that chance decides.
 */
export class Lockstep {
  private readonly working = new Set<number>();
  private readonly held = new Set<number>();
  private waiting: { readonly place: number; readonly go: () => void }[] = [];
  private stallWatchers: ((idle: readonly number[]) => void)[] = [];
  private gathering = false;
  private readonly enabled: boolean;

  /** @param enabled false where sequences do not share batches anyway */
  constructor(enabled = true) {
    this.enabled = enabled;
  }

  /** @param place number of the sequence, and its order within the batch: rounding depends on it */
  join(place: number): void {
    if (this.working.size === 0 && this.held.size === 0 && this.enabled) this.gather();
    this.working.add(place);
  }

  leave(place: number): void {
    this.working.delete(place);
    this.changed();
  }

  hold(place: number, on: boolean): void {
    if (!this.enabled) return;
    if (on) this.held.add(place);
    else this.held.delete(place);
    this.changed();
  }

  isHeld(place: number): boolean {
    return this.held.has(place);
  }

  /** Resolves when every working sequence waits and only held ones without work keep them from going on. */
  stalled(): Promise<readonly number[]> {
    return new Promise((resolve) => {
      this.stallWatchers.push(resolve);
      this.tellStall();
    });
  }

  /** Resolves when every member has arrived. */
  arrive(place: number): Promise<void> {
    if (!this.enabled) return Promise.resolve();
    return new Promise((go) => {
      this.waiting.push({ place, go });
      this.changed();
    });
  }

  /** Requests that were sent together come in one after the other; a moment of patience starts them together. */
  private gather(): void {
    this.gathering = true;
    const done = (): void => {
      this.gathering = false;
      this.changed();
    };
    // On a busy machine the moment may be over before the rest was looked for; the event loop does so between the two.
    setTimeout(() => setImmediate(done), gatherMs);
  }

  private idle(): number[] {
    return [...this.held].filter((place) => !this.working.has(place)).sort((a, b) => a - b);
  }

  private isComplete(): boolean {
    return (
      !this.gathering &&
      this.waiting.length > 0 &&
      this.waiting.length >= this.working.size &&
      this.idle().length === 0
    );
  }

  private changed(): void {
    this.tellStall();
    if (!this.isComplete()) return;
    // A single sequence cannot miss a batch.
    if (this.working.size === 1) this.release();
    // In the next turn of the event loop the library has left its previous decode for certain.
    else setImmediate(() => this.isComplete() && this.release());
  }

  private tellStall(): void {
    if (this.stallWatchers.length === 0) return;
    const idle = this.idle();
    if (idle.length > 0 && this.waiting.length < this.working.size) return;
    const watchers = this.stallWatchers;
    this.stallWatchers = [];
    for (const tell of watchers) tell(idle);
  }

  private release(): void {
    const released = this.waiting.sort((a, b) => a.place - b.place);
    this.waiting = [];
    for (const { go } of released) go();
  }
}
