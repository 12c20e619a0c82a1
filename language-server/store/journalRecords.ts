import type {
  GivenText,
  PathRecord,
  RunManifest,
  RunStatus,
  StageName,
  StageRecord,
} from "../contract/entities.ts";

/** One (question, sample) of a run. */
export interface PathKey {
  readonly questionId: string;
  /** 0-based. */
  readonly sample: number;
}

export interface StageStart {
  readonly stageIndex: number;
  readonly stage: StageName;
  /** 1-based attempt of multi-attempt. */
  readonly attempt?: number;
  /** What is appended before generation, readable form. */
  readonly prompt?: string;
  /** The stage goes on behind the tokens it already has; without it, it begins anew. */
  readonly resumed?: boolean;
}

/** How a path ended: everything of its record that is not in the stages. */
export type PathEnd = Omit<PathRecord, "questionId" | "sample" | "stages">;

/** What a person put into a path, behind `token` tokens of a stage. */
export interface Remark {
  readonly stageIndex: number;
  readonly token: number;
  /** In the person's words. */
  readonly said: string;
  /** As it stands in the path. */
  readonly given: GivenText;
}

/** Lines of `journal.jsonl`; `at` is milliseconds since 1970 (docs/run-format.md). */
export type JournalRecord =
  | { readonly t: "manifest"; readonly at: number; readonly manifest: RunManifest }
  | { readonly t: "status"; readonly at: number; readonly status: RunStatus; readonly reason?: string }
  | ({ readonly t: "stage-started"; readonly at: number; readonly generation: number } & PathKey & StageStart)
  | ({
      readonly t: "stage";
      readonly at: number;
      readonly generation: number;
      readonly record: StageRecord;
    } & PathKey)
  | ({ readonly t: "remark"; readonly at: number } & PathKey & Remark)
  | ({ readonly t: "path"; readonly at: number } & PathKey & PathEnd);

const kinds: readonly string[] = ["manifest", "status", "stage-started", "stage", "remark", "path"];

/**
 * A line of the journal as a record; null when it is not JSON or not shaped like one. Kinds of a later version of the
 * format are null too and count as unknown lines, not as damage to act on.
 */
export function parseJournalLine(line: string): JournalRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const record = value as { [key: string]: unknown };
  if (typeof record.t !== "string" || !kinds.includes(record.t) || typeof record.at !== "number") return null;
  if (record.t === "manifest") return isManifest(record.manifest) ? (value as JournalRecord) : null;
  if (record.t === "status") return typeof record.status === "string" ? (value as JournalRecord) : null;
  if (typeof record.questionId !== "string" || typeof record.sample !== "number") return null;
  const shaped =
    record.t === "stage-started"
      ? typeof record.stageIndex === "number" && typeof record.generation === "number"
      : record.t === "stage"
        ? typeof record.generation === "number" && typeof (record.record as StageRecord)?.index === "number"
        : record.t === "remark"
          ? typeof record.stageIndex === "number" && Array.isArray((record.given as GivenText)?.tokens)
          : typeof record.status === "string";
  return shaped ? (value as JournalRecord) : null;
}

function isManifest(value: unknown): value is RunManifest {
  const manifest = value as Partial<RunManifest> | null | undefined;
  return (
    manifest?.formatVersion === 1 &&
    typeof manifest.id === "string" &&
    typeof manifest.samples === "number" &&
    Array.isArray(manifest.questionIds)
  );
}
