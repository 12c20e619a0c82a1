/**
 * Envelope between the trace panel and the extension host. The host forwards `Methods` to the server and the server's
 * `Events` to the panel; only the few `PanelMethods` are the host's own.
 */
import type { QuestionId, RunId } from "./entities.ts";
import type { TrainingRunId } from "./lab.ts";
import type { EventName, Events, Method, Methods } from "./methods.ts";
import type { Result } from "./result.ts";

/** What the panel shows; kept by `setState` and by the panel serializer. */
export interface PanelState {
  readonly screen: "runs" | "run" | "compare" | "trainings" | "training" | "result" | "links" | "suggestion";
  readonly runId: RunId | null;
  readonly compareWith: RunId | null;
  readonly questionId: QuestionId | null;
  readonly sample: number;
  readonly stageIndex: number | null;
  readonly filter: string;
  readonly sort: string;
  readonly descending: boolean;
  readonly search: string;
  readonly scrollTop: number;
  readonly trainingId: TrainingRunId | null;
  /** Of the screen `result`. */
  readonly resultId: string | null;
  /** Of the screen `links`. */
  readonly links: { readonly database: string; readonly question: string } | null;
  /** Of the screen `suggestion`. */
  readonly suggestionId: string | null;
}

export type SqlAction = PanelMethods["panel/sql"]["params"]["action"];
export type TrainingAction = "recipe" | "reveal" | "evaluate" | "delete";

export interface PanelMethods {
  /** First message of the panel; the answer says what to show. */
  "panel/ready": {
    params: { contractVersion: number };
    result: Result<{ state: Partial<PanelState>; viewId: string }>;
  };
  /** Open the question in its file. */
  "panel/openSource": {
    params: { runId: RunId; questionId: QuestionId };
    result: Result<Record<string, never>>;
  };
  "panel/copy": { params: { text: string }; result: Result<Record<string, never>> };
  "panel/openFolder": { params: { runId: RunId }; result: Result<Record<string, never>> };
  /** What is done with a training run by VS Code's own commands, which ask what they need to know. */
  "panel/training": {
    params: { id: TrainingRunId; action: TrainingAction };
    result: Result<Record<string, never>>;
  };
  /** Choose a recipe and train it. */
  "panel/newTraining": { params: Record<string, never>; result: Result<Record<string, never>> };
  /** Put a query into the editor, or run it again. */
  "panel/sql": {
    params: { action: "insert" | "run"; sql: string; database: string };
    result: Result<Record<string, never>>;
  };
  /** Title of the tab. */
  "panel/setTitle": { params: { title: string }; result: Result<Record<string, never>> };
}

export type PanelCall = Methods & PanelMethods;

export interface PanelEvents extends Events {
  /** The host asks the panel to show something (command, tree click, CodeLens). */
  "panel/show": Partial<PanelState>;
}

export type PanelMethodName = Method | keyof PanelMethods;
export type PanelEventName = EventName | "panel/show";

export type PanelMessage =
  | {
      readonly v: 1;
      readonly kind: "request";
      readonly id: number;
      readonly method: PanelMethodName;
      readonly body: unknown;
    }
  | { readonly v: 1; readonly kind: "response"; readonly id: number; readonly body: Result<unknown> }
  | { readonly v: 1; readonly kind: "event"; readonly method: PanelEventName; readonly body: unknown };
