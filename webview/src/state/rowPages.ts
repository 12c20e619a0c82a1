/** Pages of the question list pulled on demand, so that 10,000 rows cost what is looked at. No I/O of its own. */
import type { QuestionRow } from "../../../language-server/contract/entities.ts";
import type { RowFilter, RowSort } from "../../../language-server/contract/methods.ts";
import type { Failure, Result } from "../../../language-server/contract/result.ts";

export interface RowQuery {
  readonly runId: string;
  readonly filter: RowFilter;
  readonly sort: RowSort;
  readonly descending: boolean;
  readonly search: string;
}

export type PullRows = (
  query: RowQuery,
  offset: number,
  count: number,
) => Promise<Result<{ total: number; rows: readonly QuestionRow[] }>>;

export const pageSize = 100;
/** About 4,000 rows kept; older pages are pulled again when scrolled back to. */
const keptPages = 40;

export class RowPages {
  /** Rows that match the query; null until the first answer. */
  total: number | null = null;
  failure: Failure | null = null;
  private generation = 0;
  private readonly pages = new Map<number, QuestionRow[]>();
  private readonly pulling = new Set<number>();
  private readonly stale = new Set<number>();

  constructor(
    readonly query: RowQuery,
    private readonly pull: PullRows,
    private readonly changed: () => void,
  ) {}

  row(position: number): QuestionRow | undefined {
    return this.pages.get(Math.floor(position / pageSize))?.[position % pageSize];
  }

  /** Position of a question among the pages that are here. */
  positionOf(questionId: string): number | null {
    for (const [page, rows] of this.pages) {
      const at = rows.findIndex((row) => row.questionId === questionId);
      if (at >= 0) return page * pageSize + at;
    }
    return null;
  }

  /** Makes sure that rows [first, last] are here or on their way. */
  ensure(first: number, last: number): void {
    const lastPage = Math.floor(Math.max(first, last) / pageSize);
    for (let page = Math.max(0, Math.floor(Math.min(first, last) / pageSize)); page <= lastPage; page++) {
      if (this.pulling.has(page) || (this.pages.has(page) && !this.stale.has(page))) continue;
      void this.load(page);
    }
  }

  /** Rows that changed on the server: shown at once where they are loaded. */
  patch(rows: readonly QuestionRow[]): void {
    const byId = new Map(rows.map((row) => [row.questionId, row]));
    for (const page of this.pages.values())
      for (const [at, row] of page.entries()) page[at] = byId.get(row.questionId) ?? row;
    this.changed();
  }

  /** What is loaded may have moved (filter or order depend on results): pull again when looked at. */
  markStale(): void {
    for (const page of this.pages.keys()) this.stale.add(page);
  }

  /** Another server answers from now on: pull what is looked at again; answers still under way are too late. */
  reload(first: number): void {
    this.generation++;
    this.pulling.clear();
    this.failure = null;
    this.markStale();
    this.ensure(first, first);
    this.changed();
  }

  private async load(page: number): Promise<void> {
    const generation = this.generation;
    this.pulling.add(page);
    this.stale.delete(page);
    const answer = await this.pull(this.query, page * pageSize, pageSize);
    if (generation !== this.generation) return;
    this.pulling.delete(page);
    if (answer.ok) {
      this.failure = null;
      this.total = answer.value.total;
      this.pages.delete(page);
      this.pages.set(page, [...answer.value.rows]);
      for (const oldest of this.pages.keys()) {
        if (this.pages.size <= keptPages) break;
        this.pages.delete(oldest);
      }
    } else this.failure = answer.error;
    this.changed();
  }
}
