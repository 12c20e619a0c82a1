import type { GradingFlag, GradingProfile, GradingRule } from "../../contract/entities.ts";
import type { Node } from "./nodes.ts";

/** What the caller knows about the question; everything is optional. */
export interface GradingOptions {
  /** `lenient` (the specification's `default`) unless given. */
  readonly profile?: GradingProfile;
  readonly answerKind?: "value" | "choice";
  /** Texts of the options of a choice question, in order. */
  readonly options?: readonly string[];
  /** Absolute item tolerance of the data set; replaces the rounding rules (rule 4f). */
  readonly tolerance?: number;
  /** Further right answers; right if any matches. */
  readonly alternatives?: readonly string[];
}

/** Yes, no, or open: open means that only the symbolic engine can tell. */
export type Answer = "yes" | "no" | "open";

/** What a grader found out about one pair of answers. */
export interface Decision {
  readonly correct: boolean;
  readonly rule: GradingRule;
  readonly grader: string;
  /** One sentence for the user. */
  readonly reason: string;
  readonly flags: readonly GradingFlag[];
  readonly predNormal: string;
  readonly goldNormal: string;
}

/** A decision; "open" when only the symbolic engine can tell; null when the grader has nothing to say. */
export type Judged = Decision | "open" | null;

/** One way to compare two answers. */
export interface Grader {
  readonly id: string;
  grade(pred: string, gold: string, context: GradingContext): Judged;
}

export interface GradingContext {
  readonly options: GradingOptions;
  /** Present only where symbolic work is allowed (inside the worker). */
  readonly engine?: SymbolicEngine;
}

/** A complex value as decimal strings of about 50 digits. */
export interface NumericValue {
  readonly re: string;
  readonly im: string;
}

/** The computer algebra behind rules 4a and 14; injected so that the cheap rules never construct it. */
export interface SymbolicEngine {
  readonly id: string;
  /** Numeric value with every variable replaced; null when there is none (pole, unknown function, no number). */
  evaluate(node: Node, values: ReadonlyMap<string, string>): NumericValue | null;
  /** The same to twice the digits, to tell a tiny value from zero. */
  evaluateFine(node: Node, values: ReadonlyMap<string, string>): NumericValue | null;
  /** Reads LaTeX that our own parser does not know; null when it contains anything but plain mathematics. */
  parse(latex: string): Node | null;
  /** Whether the difference simplifies to zero by rewriting. */
  differenceVanishes(a: Node, b: Node): boolean;
}
