import type { Rational } from "./rational.ts";
import { integer, parseDecimal } from "./rational.ts";

/** How a decimal literal was written: the rounding rules (4b to 4e) depend on it. */
export interface DecimalForm {
  /** Significant digits written. */
  readonly digits: number;
  /** Digits after the point; negative when an exponent makes the last digit stand for tens, hundreds, ... */
  readonly places: number;
}

export type Node =
  | { readonly op: "num"; readonly value: Rational; readonly decimal?: DecimalForm }
  | { readonly op: "const"; readonly name: "pi" | "e" | "i" | "inf" }
  | { readonly op: "var"; readonly name: string }
  | { readonly op: "add" | "mul"; readonly args: readonly Node[] }
  | { readonly op: "neg" | "fact"; readonly arg: Node }
  | { readonly op: "div" | "pow"; readonly a: Node; readonly b: Node; readonly literal?: boolean }
  | { readonly op: "root"; readonly arg: Node; readonly degree: Node }
  | { readonly op: "fn"; readonly name: string; readonly args: readonly Node[] };

/** Settings that the other side of the comparison decides (math-grading.md 3.2). */
export interface ReadingContext {
  /** `i` is the imaginary unit. */
  readonly imaginary: boolean;
  /** `\log` without a base means the natural logarithm. */
  readonly naturalLog: boolean;
}

/** Thrown inside the parser only; `parseExpression` turns it into null. */
export class Unreadable extends Error {}

export const sum = (args: readonly Node[]): Node =>
  args.length === 1 && args[0] ? args[0] : { op: "add", args };
export const product = (args: readonly Node[]): Node =>
  args.length === 1 && args[0] ? args[0] : { op: "mul", args };
export const number = (value: number | bigint): Node => ({ op: "num", value: integer(value) });

/** Literal such as `12`, `.50`, `4.5e3` with the way it was written. */
export function literal(text: string): Node {
  const value = parseDecimal(text);
  if (!value) throw new Unreadable(text);
  if (!/[.eE]/.test(text)) return { op: "num", value };
  const match = /^\d*\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const digits = (/^[\d.]*/.exec(text)?.[0] ?? "").replace(".", "").replace(/^0+/, "").length;
  return {
    op: "num",
    value,
    decimal: { digits, places: (match?.[1]?.length ?? 0) - Number(match?.[2] ?? "0") },
  };
}

/**
 * The decimal form of a node that is one decimal literal, with or without sign and power of ten; null for exact forms.
 */
export function decimalForm(node: Node): DecimalForm | null {
  if (node.op === "num") return node.decimal ?? null;
  if (node.op === "neg") return decimalForm(node.arg);
  if (node.op === "mul" && node.args.length === 2) {
    const [a, b] = node.args;
    const form = a ? decimalForm(a) : null;
    if (form && b?.op === "pow" && b.a.op === "num" && b.a.value.n === 10n && b.a.value.d === 1n) {
      const exponent = b.b.op === "neg" ? b.b.arg : b.b;
      if (exponent.op === "num" && exponent.value.d === 1n) {
        const shift = Number(exponent.value.n) * (b.b.op === "neg" ? -1 : 1);
        return { digits: form.digits, places: form.places - shift };
      }
    }
  }
  return null;
}
