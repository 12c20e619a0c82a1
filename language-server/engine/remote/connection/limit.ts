/**
 * How many requests one server is given at once: one more for every round that went well, half as many when it says
 * that it is overloaded (additive increase, multiplicative decrease, as in TCP).
 */
export class AdaptiveLimit {
  private value: number;
  /** Requests begun before a decrease must not decrease it again: they all tell of the same overload. */
  private epoch = 0;

  constructor(
    start: number,
    private readonly most: number,
  ) {
    this.value = Math.max(1, Math.min(start, most));
  }

  /** Whole requests that may be under way. */
  get current(): number {
    return Math.floor(this.value);
  }

  /** Given to `overloaded` by a request that begins now. */
  get mark(): number {
    return this.epoch;
  }

  succeeded(): void {
    this.value = Math.min(this.most, this.value + 1 / this.value);
  }

  overloaded(mark: number): void {
    if (mark !== this.epoch) return;
    this.epoch++;
    this.value = Math.max(1, this.value / 2);
  }
}
