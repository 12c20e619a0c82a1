/** What a person can do about each failure. One table, so that the same failure offers the same help everywhere. */
import type { ErrorCode } from "../../../language-server/contract/errors.ts";
import { commandIds } from "./contributions.ts";

export type FailureAction =
  | "selectModel"
  | "restartEngine"
  | "openLog"
  | "openSettings"
  | "selectProtocol"
  | "openRuns"
  | "openTrainings"
  | "selectDatabase"
  | "manageTrust";

export const actionTitles: Readonly<Record<FailureAction, string>> = {
  selectModel: "Select Model",
  restartEngine: "Restart Engine",
  openLog: "Open Log",
  openSettings: "Open Settings",
  selectProtocol: "Select Protocol",
  openRuns: "Show Runs",
  openTrainings: "Show Training Runs",
  selectDatabase: "Select Database",
  manageTrust: "Manage Workspace Trust",
};

/** Command and arguments behind an action. */
export const actionCommands: Readonly<Record<FailureAction, readonly [string, ...unknown[]]>> = {
  selectModel: [commandIds.selectModel],
  restartEngine: [commandIds.restartEngine],
  openLog: [commandIds.openLog],
  openSettings: ["workbench.action.openSettings", "@ext:deliberate.deliberate"],
  selectProtocol: [commandIds.selectProtocol],
  openRuns: ["deliberate.runs.focus"],
  openTrainings: [commandIds.showTrainings],
  selectDatabase: [commandIds.selectDatabase],
  manageTrust: ["workbench.trust.manage"],
};

/** Exhaustive: a new code does not compile until somebody decides what helps. */
export const failureActions: Readonly<Record<ErrorCode, readonly FailureAction[]>> = {
  "model/not-found": ["selectModel"],
  "model/not-gguf": ["selectModel"],
  "model/truncated": ["selectModel"],
  "model/unsupported": ["selectModel", "openLog"],
  "model/no-memory": ["selectModel", "openSettings"],
  "model/load-failed": ["selectModel", "openLog"],
  "model/not-selected": ["selectModel"],
  "model/is-projector": ["selectModel"],
  "model/is-directory": ["selectModel"],
  "model/no-permission": ["selectModel"],
  "model/vocab-only": ["selectModel"],
  "model/missing-part": ["selectModel"],
  "model/damaged": ["selectModel"],
  "download/bad-reference": [],
  "download/not-found": [],
  "download/failed": ["openLog"],
  "download/cancelled": [],
  "download/checksum": ["openLog"],
  "download/forbidden": ["openLog"],
  "download/no-space": ["openSettings"],
  "engine/lost": ["restartEngine", "openLog"],
  "engine/crash-loop": ["restartEngine", "selectModel", "openLog"],
  "engine/failed": ["restartEngine", "openLog"],
  "engine/context-too-small": ["openSettings"],
  "endpoint/bad-address": ["selectModel"],
  "endpoint/unreachable": ["selectModel", "openLog"],
  "endpoint/refused": ["selectModel", "openLog"],
  "endpoint/rejected": ["openLog"],
  "endpoint/unusable": ["selectModel", "openLog"],
  "endpoint/not-allowed": ["manageTrust", "selectModel"],
  "questions/unreadable": ["openLog"],
  "questions/empty": [],
  "questions/unknown-format": ["openSettings"],
  "protocol/unknown": ["selectProtocol"],
  "protocol/invalid": ["selectProtocol"],
  "run/not-found": ["openRuns"],
  "run/damaged": ["openLog"],
  "run/busy": ["openRuns"],
  "run/not-resumable": [],
  "run/incomparable": [],
  "run/write-failed": ["openLog"],
  "sql/not-a-database": ["openLog"],
  "sql/unreachable": ["selectDatabase", "openLog"],
  "sql/refused": [],
  "sql/error": [],
  "sql/timeout": [],
  "sql/unknown-database": ["selectDatabase"],
  "sql/not-trusted": ["manageTrust"],
  "sql/no-consent": [],
  "sql/result-gone": [],
  "sql/suggestion-gone": [],
  "training/not-found": ["openTrainings"],
  "training/busy": ["openTrainings"],
  "input/invalid": [],
  internal: ["openLog"],
};

/** Failures that are the person's own doing and need no message. */
export const isSilent = (code: ErrorCode): boolean => code === "download/cancelled";
