import type {
  Outcome,
  PathRecord,
  Question,
  QuestionId,
  QuestionRow,
  RunManifest,
  RunReplay,
  RunStatus,
  RunSummary,
  StageRecord,
  Verdict,
} from "../../contract/entities.ts";
import type { RowFilter, RowSort } from "../../contract/methods.ts";
import { summariseRun } from "../../core/statistics/summariseRun.ts";
import type { PathKey } from "./runEvents.ts";

export interface RowQuery {
  readonly offset: number;
  readonly count: number;
  readonly filter: RowFilter;
  readonly sort: RowSort;
  readonly descending: boolean;
  readonly search: string;
}

const previewLength = 160;

/** What decides how far the run can be repeated, and is in no record of a path. */
export interface RunFacts {
  /** How often the engine was started for it. */
  readonly starts: number;
  readonly replay: RunReplay | null;
}

/** A run as the views see it: questions and paths in memory, live or read from its folder. */
export class RunView {
  private readonly byQuestion = new Map<QuestionId, (PathRecord | undefined)[]>();
  private readonly positions = new Map<QuestionId, number>();
  private summaryCache: RunSummary | null = null;

  constructor(
    private manifestNow: RunManifest,
    readonly questions: readonly Question[],
    paths: readonly PathRecord[],
    private statusNow: RunStatus,
    private wallSecondsNow: () => number,
    private facts: RunFacts = { starts: 1, replay: null },
  ) {
    questions.forEach((question, index) => {
      this.positions.set(question.id, index);
      this.byQuestion.set(
        question.id,
        new Array<PathRecord | undefined>(manifestNow.samples).fill(undefined),
      );
    });
    for (const path of paths) this.put(path);
  }

  get manifest(): RunManifest {
    return this.manifestNow;
  }

  /** The device is known only when the model has been loaded. */
  setManifest(manifest: RunManifest): void {
    this.manifestNow = manifest;
    this.summaryCache = null;
  }

  get status(): RunStatus {
    return this.statusNow;
  }

  setStatus(status: RunStatus): void {
    this.statusNow = status;
    this.summaryCache = null;
  }

  /** The engine was lost and started again under way. */
  countStart(): void {
    this.facts = { ...this.facts, starts: this.facts.starts + 1 };
    this.summaryCache = null;
  }

  /** Replaces what is known of a path. */
  put(path: PathRecord): void {
    const samples = this.byQuestion.get(path.questionId);
    if (samples === undefined || path.sample >= samples.length) return;
    // Texts stay in the run's folder: a large run would not fit into memory.
    samples[path.sample] = {
      ...path,
      stages: path.stages.map(withoutTexts),
      ...(path.verdict === undefined ? {} : { verdict: withoutRows(path.verdict) }),
    };
    this.summaryCache = null;
  }

  path(key: PathKey): PathRecord {
    return this.byQuestion.get(key.questionId)?.[key.sample] ?? { ...key, status: "queued", stages: [] };
  }

  question(id: QuestionId): Question | undefined {
    const index = this.positions.get(id);
    return index === undefined ? undefined : this.questions[index];
  }

  paths(): PathRecord[] {
    return [...this.byQuestion.values()].flat().filter((path) => path !== undefined);
  }

  summary(): RunSummary {
    this.summaryCache ??= summariseRun(this.manifest, this.paths(), {
      status: this.statusNow,
      wallSeconds: this.wallSecondsNow(),
      ...this.facts,
    });
    return this.summaryCache;
  }

  /** Time passes although no path changes. */
  refresh(): void {
    this.summaryCache = null;
  }

  row(id: QuestionId): QuestionRow | null {
    const index = this.positions.get(id);
    const question = index === undefined ? undefined : this.questions[index];
    const samples = this.byQuestion.get(id);
    if (index === undefined || question === undefined || samples === undefined) return null;
    return {
      index,
      questionId: id,
      preview: oneLine(question.text).slice(0, previewLength),
      gold: question.gold,
      verdicts: samples.map(markOf),
      outcomes: samples.map((path): Outcome | null => path?.outcome ?? null),
      given: samples.map((path) => path?.verdict?.extracted ?? null),
      tokens: samples.reduce((sum, path) => sum + generatedTokens(path), 0),
      ...(question.range === undefined ? {} : { range: question.range }),
      ...(question.tags === undefined ? {} : { tags: question.tags }),
    };
  }

  private matches(question: Question, search: string): boolean {
    const [, field = "", value = ""] = fieldSearch.exec(search) ?? [];
    if (field === "error") {
      const paths = this.byQuestion.get(question.id) ?? [];
      return paths.some((path) => path?.verdict?.sql?.errorClass?.toLowerCase() === value);
    }
    const tag = question.tags?.[field];
    return tag === undefined ? holds(question, search) : tag.toLowerCase() === value;
  }

  /** A window of the question list, filtered and sorted. */
  rows(query: RowQuery): { total: number; rows: QuestionRow[] } {
    const search = query.search.trim().toLowerCase();
    const matching = this.questions
      .filter((question) => search === "" || this.matches(question, search))
      .map((question) => this.row(question.id))
      .filter((row) => row !== null && passes(row, query.filter)) as QuestionRow[];
    matching.sort(comparing(query.sort));
    if (query.descending) matching.reverse();
    return { total: matching.length, rows: matching.slice(query.offset, query.offset + query.count) };
  }
}

const withoutTexts = ({ verdict, execution, ...stage }: StageRecord): StageRecord => ({
  ...stage,
  prompt: "",
  text: "",
  ...(verdict === undefined ? {} : { verdict: withoutRows(verdict) }),
  ...(execution === undefined ? {} : { execution: { ...execution, rows: [] } }),
});

/** The gold result is shown from the run's folder; here only its size counts. */
const withoutRows = (verdict: Verdict): Verdict =>
  verdict.sql?.gold == null
    ? verdict
    : { ...verdict, sql: { ...verdict.sql, gold: { ...verdict.sql.gold, rows: [] } } };

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const generatedTokens = (path: PathRecord | undefined): number =>
  path?.stages.reduce((sum, stage) => sum + stage.generatedTokens, 0) ?? 0;

export function markOf(path: PathRecord | undefined): QuestionRow["verdicts"][number] {
  if (path === undefined || path.status === "queued" || path.status === "stopped") return "queued";
  if (path.status === "running") return "running";
  if (path.status === "failed") return "failed";
  return path.verdict?.correct === true ? "right" : "wrong";
}

/** `hardness:easy`, `db:concert`, `error:join`: a published field, or the class of error of an answer. */
const fieldSearch = /^([a-z_]+):(\S+)$/;

const holds = (question: Question, search: string): boolean =>
  question.text.toLowerCase().includes(search) ||
  question.id.toLowerCase().includes(search) ||
  question.gold.toLowerCase().includes(search);

function passes(row: QuestionRow, filter: RowFilter): boolean {
  const right = row.verdicts.filter((verdict) => verdict === "right").length;
  const wrong = row.verdicts.filter((verdict) => verdict === "wrong").length;
  switch (filter) {
    case "all":
      return true;
    case "right":
      return right > 0 && wrong === 0;
    case "wrong":
      return wrong > 0 && right === 0;
    case "mixed":
      return right > 0 && wrong > 0;
    case "truncated":
      return row.outcomes.some((outcome) => outcome === "truncated" || outcome === "context-exhausted");
    case "no-answer":
      return row.outcomes.includes("no-answer");
    case "unfinished":
      return row.verdicts.some((verdict) => verdict !== "right" && verdict !== "wrong");
  }
}

const accuracyOf = (row: QuestionRow): number => {
  const graded = row.verdicts.filter((verdict) => verdict === "right" || verdict === "wrong");
  return graded.length === 0 ? -1 : graded.filter((verdict) => verdict === "right").length / graded.length;
};

function comparing(sort: RowSort): (a: QuestionRow, b: QuestionRow) => number {
  switch (sort) {
    case "file":
      return (a, b) => a.index - b.index;
    case "accuracy":
      return (a, b) => accuracyOf(a) - accuracyOf(b) || a.index - b.index;
    case "tokens":
      return (a, b) => a.tokens - b.tokens || a.index - b.index;
    case "id":
      return (a, b) => a.questionId.localeCompare(b.questionId, "en", { numeric: true }) || a.index - b.index;
  }
}
