/**
 * Lets all working sequences take their steps together. The library starts a decode with whatever is queued at that
 * moment; sequences whose candidates come back a little later would miss it, and batches would be small and differ
 * from run to run. Here nobody starts a step before all others are ready for theirs: batches are full, and the same
 * work gives the same batches.
 */
export class Lockstep {
  private members = 0;
  private waiting: (() => void)[] = [];

  join(): void {
    this.members++;
  }

  leave(): void {
    this.members--;
    this.releaseIfComplete();
  }

  /** Resolves when every member has arrived. */
  arrive(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.releaseIfComplete();
    });
  }

  private releaseIfComplete(): void {
    if (this.waiting.length === 0 || this.waiting.length < this.members) return;
    // A single sequence cannot miss a batch.
    if (this.members === 1) this.release();
    // In the next turn of the event loop the library has left its previous decode for certain.
    else setImmediate(() => this.waiting.length >= this.members && this.release());
  }

  private release(): void {
    const released = this.waiting;
    this.waiting = [];
    for (const resolve of released) resolve();
  }
}
