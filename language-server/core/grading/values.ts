import type { IntervalSet } from "./intervals.ts";
import type { Node, ReadingContext } from "./nodes.ts";
import type { Token } from "./tokens.ts";
import type { Unit } from "./units.ts";

export type RelationSign = "=" | "<" | ">" | "<=" | ">=" | "!=";

/** An answer with its structure (math-grading.md 3.2). */
export type Value =
  | { readonly k: "scalar"; readonly node: Node; readonly unit?: Unit; readonly percent: boolean }
  | {
      readonly k: "seq";
      readonly style: "bare" | "paren" | "brack" | "set";
      readonly items: readonly Value[];
      readonly joiner: "comma" | "or" | "and";
    }
  | { readonly k: "intervals"; readonly set: IntervalSet }
  /** `terms[0] ops[0] terms[1] ...`; `names[i]` is the plain name a term consists of, if it is one. */
  | {
      readonly k: "relation";
      readonly terms: readonly Value[];
      readonly ops: readonly RelationSign[];
      readonly names: readonly (string | null)[];
    }
  | { readonly k: "member"; readonly name: string; readonly set: Value }
  | { readonly k: "matrix"; readonly rows: readonly (readonly Value[])[] }
  | { readonly k: "base"; readonly digits: string; readonly base: string }
  | { readonly k: "ratio"; readonly terms: readonly Node[]; readonly clock: string | null }
  | { readonly k: "text"; readonly text: string }
  | { readonly k: "empty" }
  | { readonly k: "unread" };

/** What reading an answer needs to know about the other side. */
export interface Reading extends ReadingContext {
  /** Letters that the other side uses as variables: they are never units. */
  readonly variables: ReadonlySet<string>;
  /** `5m` may be five metres: only for a prediction whose gold is a plain number. */
  readonly looseUnits: boolean;
}

/** One answer after reading, with what was noticed on the way. */
export interface ReadAnswer {
  readonly value: Value;
  readonly canonical: string;
  readonly tokens: readonly Token[];
  readonly ambiguousComma: boolean;
  /** Some number was written with plain thousands commas, so that a list reading exists. */
  readonly hasGroups: boolean;
}
