import type { PathRecord, PathStatus, RunManifest, RunStatus, StageRecord } from "../contract/entities.ts";
import type { JournalRecord, PathEnd, PathKey, Remark, StageStart } from "./journalRecords.ts";

/** Where a line stands in the journal, so that its long texts need not be kept in memory. */
export interface LineSpan {
  readonly offset: number;
  readonly bytes: number;
}

export interface DoneStage {
  /** Without prompt and text (both ""); these are in the journal at `line`. */
  readonly slim: StageRecord;
  readonly line: LineSpan;
}

interface PathState {
  readonly stages: DoneStage[];
  /** Newest generation of each stage by its index. */
  readonly generations: number[];
  current: StageStart | null;
  /** In the order in which they were made. */
  remarks: Remark[];
  end: PathEnd | null;
}

/**
 * What the journal says, folded line by line. The same fold serves a reader, a writer and the recovery after a crash,
 * so that they cannot disagree.
 */
export class JournalState {
  readonly manifest: RunManifest;
  readonly #paths = new Map<number, PathState>();
  readonly #questionIndex: ReadonlyMap<string, number>;
  /** Last recorded status; null when none was. */
  status: RunStatus | null = null;
  /** Lines that say the run is running: one for each start of the engine. */
  starts = 0;
  #lastAt: number;
  #runningSince: number | null = null;
  #wallMs = 0;

  constructor(manifest: RunManifest, at: number) {
    this.manifest = manifest;
    this.#lastAt = at;
    this.#questionIndex = new Map(manifest.questionIds.map((id, index) => [id, index]));
  }

  get pathCount(): number {
    return this.manifest.questionIds.length * this.manifest.samples;
  }

  /** Number of a path in the token file; null when the run has no such path. */
  pathNumber(key: PathKey): number | null {
    const question = this.#questionIndex.get(key.questionId);
    const { samples } = this.manifest;
    if (question === undefined || !(key.sample >= 0 && key.sample < samples)) return null;
    return question * samples + key.sample;
  }

  pathKey(path: number): PathKey {
    const { samples, questionIds } = this.manifest;
    return { questionId: questionIds[Math.floor(path / samples)] ?? "", sample: path % samples };
  }

  /** Seconds during which the run was running; a piece that was cut off ends with its last line, or at `now`. */
  wallSeconds(now?: number): number {
    const open = this.#runningSince === null ? 0 : (now ?? this.#lastAt) - this.#runningSince;
    return Math.max(0, this.#wallMs + open) / 1000;
  }

  /** Newest generation of a stage; −1 when it never started. */
  generation(path: number, stageIndex: number): number {
    return this.#paths.get(path)?.generations[stageIndex] ?? -1;
  }

  doneStages(path: number): readonly DoneStage[] {
    return this.#paths.get(path)?.stages ?? [];
  }

  /** What a person said to a path in one of its stages. */
  remarks(path: number, stageIndex: number): readonly Remark[] {
    return this.#paths.get(path)?.remarks.filter((remark) => remark.stageIndex === stageIndex) ?? [];
  }

  /** The stage that has begun and has no record yet. */
  currentStage(path: number): StageStart | null {
    return this.#paths.get(path)?.current ?? null;
  }

  /** @param live the run is being written now, so that a path under way is running and not left behind. */
  pathStatus(path: number, live: boolean): PathStatus {
    const state = this.#paths.get(path);
    if (state === undefined) return "queued";
    if (state.end !== null) return state.end.status;
    return live ? "running" : "stopped";
  }

  /** The path's record with the given stages (slim ones by default). */
  pathRecord(path: number, live: boolean, stages?: readonly StageRecord[]): PathRecord {
    const state = this.#paths.get(path);
    return {
      ...this.pathKey(path),
      ...state?.end,
      status: this.pathStatus(path, live),
      stages: stages ?? state?.stages.map((stage) => stage.slim) ?? [],
    };
  }

  /** Takes the next line of the journal. Lines that name a path which the run does not have are left out. */
  apply(record: JournalRecord, line: LineSpan): void {
    switch (record.t) {
      case "manifest":
        break;
      case "status":
        this.#applyStatus(record.status, record.at);
        break;
      case "stage-started":
        this.#applyStart(record);
        break;
      case "stage":
        this.#applyStage(record, line);
        break;
      case "remark":
        this.#state(record)?.remarks.push(record);
        break;
      case "path":
        this.#applyEnd(record);
        break;
    }
    this.#lastAt = Math.max(this.#lastAt, record.at);
  }

  #applyStatus(status: RunStatus, at: number): void {
    if (this.#runningSince !== null) {
      // running twice in a row: the first time ended without a word (kill), so at its last line
      this.#wallMs += (status === "running" ? this.#lastAt : at) - this.#runningSince;
      this.#runningSince = null;
    }
    if (status === "running") {
      this.#runningSince = at;
      this.starts++;
    }
    this.status = status;
  }

  #applyStart(record: Extract<JournalRecord, { t: "stage-started" }>): void {
    const state = this.#state(record);
    if (state === null) return;
    const { t: _t, at: _at, generation, questionId: _q, sample: _s, ...start } = record;
    // a stage that begins throws away what was after it: the path goes another way from here
    state.stages.length = Math.min(state.stages.length, start.stageIndex);
    state.generations[start.stageIndex] = generation;
    state.current = start;
    state.end = null;
    // What was said to a beginning that no longer counts does not count either; one at the very start waits for it.
    if (start.resumed !== true)
      state.remarks = state.remarks.filter(
        ({ stageIndex, token }) =>
          stageIndex < start.stageIndex || (stageIndex === start.stageIndex && token === 0),
      );
  }

  #applyStage(record: Extract<JournalRecord, { t: "stage" }>, line: LineSpan): void {
    const state = this.#state(record);
    const { index } = record.record;
    if (state === null || index > state.stages.length) return;
    if (record.generation < (state.generations[index] ?? 0)) return;
    state.stages.length = index;
    state.stages.push({ slim: { ...record.record, prompt: "", text: "" }, line });
    state.generations[index] = record.generation;
    state.current = null;
    state.end = null;
  }

  #applyEnd(record: Extract<JournalRecord, { t: "path" }>): void {
    const state = this.#state(record);
    if (state === null) return;
    const { t: _t, at: _at, questionId: _q, sample: _s, ...end } = record;
    state.end = end;
  }

  #state(key: PathKey): PathState | null {
    const path = this.pathNumber(key);
    if (path === null) return null;
    let state = this.#paths.get(path);
    if (state === undefined) {
      state = { stages: [], generations: [], current: null, remarks: [], end: null };
      this.#paths.set(path, state);
    }
    return state;
  }
}
