/** The panel's words and icons for the contract's unions. An icon's shape differs wherever its colour does. */
import type {
  DeterminismLevel,
  GradingRule,
  Outcome,
  QuestionRow,
  RunStatus,
  StageName,
} from "../../language-server/contract/entities.ts";
import type { TrainingStatus } from "../../language-server/contract/lab.ts";

export type Tone = "good" | "bad" | "warn" | "info" | "calm";

export interface Label {
  readonly text: string;
  readonly icon: string;
  readonly tone: Tone;
  /** One sentence that explains the word. */
  readonly hint: string;
}

export const outcomeLabels: Readonly<Record<Outcome, Label>> = {
  finished: { text: "Finished", icon: "pass", tone: "calm", hint: "The model ended its answer by itself." },
  "forced-closed": {
    text: "Forced closed",
    icon: "lock",
    tone: "info",
    hint: "The budget for thoughts was spent; the thought was closed and an answer asked for.",
  },
  truncated: {
    text: "Truncated",
    icon: "screen-cut",
    tone: "warn",
    hint: "The budget ended before the answer did. A larger budget may change the result.",
  },
  "context-exhausted": {
    text: "Context full",
    icon: "layers-active",
    tone: "warn",
    hint: "The model's context had no room left.",
  },
  "no-answer": {
    text: "No answer",
    icon: "circle-slash",
    tone: "warn",
    hint: "Ended without an answer that could be read.",
  },
  stopped: { text: "Stopped", icon: "debug-pause", tone: "info", hint: "You stopped the run here." },
  "engine-lost": {
    text: "Engine lost",
    icon: "debug-disconnect",
    tone: "bad",
    hint: "The engine process ended during this stage.",
  },
};

export const statusLabels: Readonly<Record<RunStatus, Label>> = {
  running: { text: "Running", icon: "sync", tone: "info", hint: "Working." },
  done: { text: "Done", icon: "pass-filled", tone: "good", hint: "All paths are finished." },
  stopped: {
    text: "Stopped",
    icon: "debug-pause",
    tone: "warn",
    hint: "Stopped by you. Resume goes on where it ended.",
  },
  failed: { text: "Failed", icon: "error", tone: "bad", hint: "The run could not go on." },
  interrupted: {
    text: "Interrupted",
    icon: "debug-disconnect",
    tone: "warn",
    hint: "The program ended during the run. Resume goes on from the journal.",
  },
};

/** What the notes of a stage mean; others are shown as they are. */
export const noteTexts: Readonly<Record<string, string>> = {
  "verbatim-repetition":
    "It only repeated the same words, so the rest of its budget was given up as if it had been used.",
  "ended-by-constraint":
    "Near the end of its token budget the constraint closed the query's brackets and ended it where it was whole.",
  "repeated-answer": "It gave the answer of the attempt before once more.",
  "thinking-suppressed": "Thinking was suppressed.",
  "thoughts-dropped": "Earlier thoughts are not in the dialogue any more.",
};

export const determinismLabels: Readonly<Record<DeterminismLevel, Omit<Label, "hint">>> = {
  recorded: { text: "Recorded", icon: "record", tone: "warn" },
  seeded: { text: "Seeded", icon: "key", tone: "info" },
  scheduled: { text: "Scheduled", icon: "lock", tone: "info" },
  replayed: { text: "Replayed", icon: "verified", tone: "good" },
};

export const trainingLabels: Readonly<Record<TrainingStatus, Label>> = {
  running: { text: "Training", icon: "sync", tone: "info", hint: "Working." },
  done: { text: "Done", icon: "pass-filled", tone: "good", hint: "All steps are taken." },
  stopped: {
    text: "Stopped",
    icon: "debug-pause",
    tone: "warn",
    hint: "Stopped by you. Resume goes on from the last checkpoint.",
  },
  failed: { text: "Failed", icon: "error", tone: "bad", hint: "The run could not go on." },
  interrupted: {
    text: "Interrupted",
    icon: "debug-disconnect",
    tone: "warn",
    hint: "The program ended during the run. Resume goes on from the last checkpoint.",
  },
};

export const stageLabels: Readonly<Record<StageName, { text: string; icon: string; hint: string }>> = {
  answer: { text: "Answer", icon: "comment", hint: "One answer." },
  fast: { text: "Fast", icon: "zap", hint: "A quick answer under a small budget." },
  verify: { text: "Verify", icon: "search-fuzzy", hint: "The model judges its own fast answer." },
  slow: { text: "Slow", icon: "lightbulb", hint: "A careful second solution after a rejected fast answer." },
  summary: { text: "Summary", icon: "note", hint: "A short write-up of the work so far." },
  reasoning: { text: "Reasoning", icon: "list-tree", hint: "Own work up to the next exchange with peers." },
  attempt: {
    text: "Attempt",
    icon: "debug-restart",
    hint: "One attempt; a wrong answer is answered by feedback.",
  },
};

/** `Attempt 2`, `Fast`. */
export const stageTitle = (stage: StageName, attempt?: number): string =>
  attempt === undefined ? stageLabels[stage].text : `${stageLabels[stage].text} ${attempt}`;

export const verdictMarks: Readonly<Record<QuestionRow["verdicts"][number], Label>> = {
  right: { text: "right", icon: "check", tone: "good", hint: "Right." },
  wrong: { text: "wrong", icon: "close", tone: "bad", hint: "Wrong." },
  running: { text: "running", icon: "sync", tone: "info", hint: "Being answered now." },
  queued: { text: "queued", icon: "circle-small", tone: "calm", hint: "Waiting." },
  failed: { text: "failed", icon: "warning", tone: "warn", hint: "Could not be finished." },
};

const ruleTexts: Readonly<Record<GradingRule, string>> = {
  text: "same text",
  number_exact: "exact number",
  number_tolerance: "number within tolerance",
  percent: "percent",
  unit: "unit",
  tuple: "tuple",
  set: "set",
  interval: "interval",
  matrix: "matrix",
  equation: "equation",
  inequality: "inequality",
  base: "number base",
  ratio: "ratio",
  symbolic: "symbolic equality",
  sampled: "equal at sampled points",
  choice: "multiple choice",
  execution: "same result",
  none: "no rule applied",
};

export const ruleText = (rule: GradingRule): string => ruleTexts[rule];

/** Protocol ids are `direct`, `thinker`, `multi-attempt`, `preset:<path>`. */
export const protocolText = (id: string): string => {
  if (id.startsWith("preset:")) return id.slice("preset:".length).split(/[\\/]/).at(-1) ?? id;
  return { direct: "Direct", thinker: "Thinker", "multi-attempt": "Multi-attempt", leap: "LeaP" }[id] ?? id;
};

const hardnessTexts = { easy: "Easy", medium: "Medium", hard: "Hard", extra: "Extra hard" } as const;

/** Spider's four levels. */
export const hardnessText = (hardness: keyof typeof hardnessTexts): string => hardnessTexts[hardness];

const errorClassTexts: Readonly<Record<string, string>> = {
  syntax: "syntax",
  unknownTable: "unknown table",
  unknownColumn: "unknown column",
  ambiguousColumn: "ambiguous column",
  aggregateMisuse: "misused aggregate",
  functionOrType: "function or type",
  timeout: "timed out",
  refused: "refused",
  otherFailure: "does not run",
  setOperation: "set operation",
  join: "join",
  columns: "selected columns",
  aggregation: "aggregation",
  filter: "filter",
  value: "value",
  ordering: "ordering",
  otherContent: "other content",
  noQuery: "no query",
  goldFailed: "gold query fails",
};

/** `unknownColumn` → `unknown column`; a name that a later version adds is spaced out. */
export const errorClassText = (name: string): string =>
  errorClassTexts[name] ?? name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
