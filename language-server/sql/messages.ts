import type { Result } from "../contract/result.ts";
import type { DatabaseSchema, QueryLimits, QueryResult } from "../core/sql/schema.ts";
import type { Explanation } from "./sqlDatabase.ts";

/** Which database a worker works on. A worker keeps databases open between requests. */
export type EngineTarget =
  | { readonly kind: "file"; readonly path: string }
  /** An empty database in memory with these definitions; equal keys mean equal definitions. */
  | { readonly kind: "definitions"; readonly key: string; readonly statements: readonly string[] };

/** What one kind of request needs, and what it gives. */
export interface EngineWork {
  query: {
    readonly input: { readonly sql: string; readonly limits: QueryLimits; readonly legacyQuotes: boolean };
    readonly output: QueryResult;
  };
  explain: {
    readonly input: { readonly sql: string; readonly deadlineMs: number; readonly legacyQuotes: boolean };
    readonly output: Explanation;
  };
  /** Without inferred keys; name and content hash are the host's to fill in. */
  introspect: {
    readonly input: { readonly deadlineMs: number };
    readonly output: Pick<DatabaseSchema, "tables">;
  };
}

export type EngineWorkKind = keyof EngineWork;

export type EngineRequest = {
  [Kind in EngineWorkKind]: {
    readonly id: number;
    readonly kind: Kind;
    readonly target: EngineTarget;
    readonly input: EngineWork[Kind]["input"];
  };
}[EngineWorkKind];

/** `ready` once the engine is loaded; `started` when work on a request begins, so that waiting in line is not timed. */
export type EngineReply =
  | { readonly kind: "ready" }
  | { readonly kind: "started"; readonly id: number }
  /** Its value is the output that the kind of the request has in `EngineWork`. */
  | { readonly kind: "done"; readonly id: number; readonly result: Result<never> };
