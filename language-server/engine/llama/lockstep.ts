const gatherMs = 2;

/**
 * Lets all working sequences take their steps together. The library starts a decode with whatever is queued at that
 * moment; sequences whose candidates come back a little later would miss it, and batches would be small and differ
 * from run to run. Here nobody starts a step before all others are ready for theirs: batches are full, and the same
 * work gives the same batches.
 */
export class Lockstep {
  private members = 0;
  private waiting: { readonly place: number; readonly go: () => void }[] = [];
  private gathering = false;
  private readonly enabled: boolean;

  /** @param enabled false where sequences do not share batches anyway */
  constructor(enabled = true) {
    this.enabled = enabled;
  }

  join(): void {
    if (this.members === 0 && this.enabled) this.gather();
    this.members++;
  }

  leave(): void {
    this.members--;
    this.releaseIfComplete();
  }

  /**
   * Resolves when every member has arrived.
   * @param place order within the batch; rounding depends on it, and who arrives first is chance
   */
  arrive(place: number): Promise<void> {
    if (!this.enabled) return Promise.resolve();
    return new Promise((go) => {
      this.waiting.push({ place, go });
      this.releaseIfComplete();
    });
  }

  /** Requests that were sent together come in one after the other; a moment of patience starts them together. */
  private gather(): void {
    this.gathering = true;
    setTimeout(() => {
      this.gathering = false;
      this.releaseIfComplete();
    }, gatherMs);
  }

  private releaseIfComplete(): void {
    if (this.gathering || this.waiting.length === 0 || this.waiting.length < this.members) return;
    // A single sequence cannot miss a batch.
    if (this.members === 1) this.release();
    // In the next turn of the event loop the library has left its previous decode for certain.
    else setImmediate(() => !this.gathering && this.waiting.length >= this.members && this.release());
  }

  private release(): void {
    const released = this.waiting.sort((a, b) => a.place - b.place);
    this.waiting = [];
    for (const { go } of released) go();
  }
}
