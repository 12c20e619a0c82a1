/** Longest block that counts. A longer one may be a list whose entries are meant to be alike. */
const longestBlock = 64;
/** So often it must have come in a row, word for word … */
const leastTimes = 16;
/** … and over so many tokens in all: a ruler of dashes or a long number is no loop yet. */
const leastTokens = 256;

/** A block of tokens that came again and again without anything between. */
export interface Repetition {
  readonly blockTokens: number;
  readonly times: number;
}

/**
 * Watches a stage for hopeless verbatim repetition: its last tokens are one block, over and over. Deliberately hard to
 * meet: text that only looks alike (a table, a count, a rewording) never does, as a single other token starts it anew.
 */
export class RepetitionWatch {
  private readonly recent = new Uint32Array(longestBlock);
  /** By length of the block, less one: how many tokens in a row equal the one that many places before. */
  private readonly matches = new Uint32Array(longestBlock);
  private count = 0;

  /** Takes the next token; tells the repetition that it completes. The shortest block counts. */
  push(id: number): Repetition | null {
    let found: Repetition | null = null;
    const most = Math.min(longestBlock, this.count);
    for (let block = 1; block <= most; block++) {
      if (this.recent[(this.count - block) % longestBlock] !== id) {
        this.matches[block - 1] = 0;
        continue;
      }
      const covered = block + (this.matches[block - 1] ?? 0) + 1;
      this.matches[block - 1] = covered - block;
      if (found === null && covered >= leastTokens && covered >= leastTimes * block)
        found = { blockTokens: block, times: Math.floor(covered / block) };
    }
    this.recent[this.count % longestBlock] = id;
    this.count++;
    return found;
  }
}
