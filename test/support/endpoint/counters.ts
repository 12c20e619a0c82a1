/** What a server has seen of one answer, by its own account. */
export interface Counted {
  /** The client's name for what it asks, without the number of the attempt. */
  readonly label: string;
  tokens: number;
  outcome: "under way" | "completed" | "aborted";
}

export class Counters {
  readonly requests: Counted[] = [];
  /** Prompts that were evaluated: one for each request, however many answers it asks for. */
  readonly prompts: { readonly label: string; readonly tokens: number; readonly answers: number }[] = [];
  turnedAway = 0;
  mostAtOnce = 0;

  begin(label: string): Counted {
    const counted: Counted = { label, tokens: 0, outcome: "under way" };
    this.requests.push(counted);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
    return counted;
  }

  end(counted: Counted, outcome: "completed" | "aborted"): void {
    counted.outcome = outcome;
  }

  /** Forgets what came before, such as the questions with which an endpoint is got to know. */
  reset(): void {
    this.requests.length = 0;
    this.prompts.length = 0;
    this.turnedAway = 0;
    this.mostAtOnce = 0;
  }

  get underWay(): number {
    return this.count("under way");
  }

  count(outcome: Counted["outcome"]): number {
    return this.requests.filter((request) => request.outcome === outcome).length;
  }
}
