import { ComputeEngine } from "@cortex-js/compute-engine";
import type { Node } from "../nodes.ts";
import { number } from "../nodes.ts";
import { parseDecimal } from "../rational.ts";
import type { NumericValue, SymbolicEngine } from "../types.ts";

type Json = number | string | { readonly num: string } | readonly [string, ...Json[]];

const heads: Readonly<Record<string, string>> = {
  sin: "Sin",
  cos: "Cos",
  tan: "Tan",
  cot: "Cot",
  sec: "Sec",
  csc: "Csc",
  arcsin: "Arcsin",
  arccos: "Arccos",
  arctan: "Arctan",
  arccot: "Arccot",
  arcsec: "Arcsec",
  arccsc: "Arccsc",
  sinh: "Sinh",
  cosh: "Cosh",
  tanh: "Tanh",
  coth: "Coth",
  sech: "Sech",
  csch: "Csch",
  arsinh: "Arsinh",
  arcosh: "Arcosh",
  artanh: "Artanh",
  ln: "Ln",
  log: "Log",
  abs: "Abs",
  floor: "Floor",
  ceil: "Ceil",
  gcd: "GCD",
  lcm: "LCM",
  max: "Max",
  min: "Min",
  binom: "Binomial",
  sign: "Sign",
  arg: "Argument",
  Re: "Real",
  Im: "Imaginary",
};
const nodeNames: ReadonlyMap<string, string> = new Map(
  Object.entries(heads).map(([ours, theirs]) => [theirs, ours]),
);

/** A formula we refuse: unknown function, infinity, or numbers that would take for ever. */
class Refused extends Error {}

const big = (n: bigint): Json =>
  n < 9_000_000_000_000_000n && n > -9_000_000_000_000_000n ? Number(n) : { num: n.toString() };

/** Our tree as MathJSON with every variable replaced by its value, so that no name of the library is ever met. */
function toJson(node: Node, values: ReadonlyMap<string, string> | null): Json {
  const of = (n: Node): Json => toJson(n, values);
  switch (node.op) {
    case "num":
      return node.value.d === 1n ? big(node.value.n) : ["Rational", big(node.value.n), big(node.value.d)];
    case "const":
      if (node.name === "inf") throw new Refused("infinity");
      return node.name === "pi" ? "Pi" : node.name === "e" ? "ExponentialE" : "ImaginaryUnit";
    case "var": {
      if (values === null) return `var_${[...node.name].map((c) => c.charCodeAt(0).toString(16)).join("")}`;
      const value = parseDecimal(values.get(node.name) ?? "");
      if (!value) throw new Refused(node.name);
      return ["Rational", big(value.n), big(value.d)];
    }
    case "neg":
      return ["Negate", of(node.arg)];
    case "add":
      return ["Add", ...node.args.map(of)];
    case "mul":
      return ["Multiply", ...node.args.map(of)];
    case "div":
      return ["Divide", of(node.a), of(node.b)];
    case "pow":
      return ["Power", of(node.a), of(node.b)];
    case "root":
      return node.degree.op === "num" && node.degree.value.n === 2n && node.degree.value.d === 1n
        ? ["Sqrt", of(node.arg)]
        : ["Root", of(node.arg), of(node.degree)];
    case "fact":
      return ["Factorial", of(node.arg)];
    case "fn": {
      const head = heads[node.name];
      if (head === undefined) throw new Refused(node.name);
      return [head, ...node.args.map(of)];
    }
  }
}

const sums = new Set(["Sum", "Product"]);

/** Our tree from MathJSON; refuses every head that is not plain arithmetic, so that model text cannot reach others. */
function fromJson(json: unknown, bound: ReadonlyMap<string, Node>, budget: { left: number }): Node {
  if (--budget.left < 0) throw new Refused("too long");
  const of = (j: unknown): Node => fromJson(j, bound, budget);
  if (typeof json === "number") return of({ num: String(json) });
  if (typeof json === "string") return symbol(json, bound);
  if (!Array.isArray(json)) {
    const text = json !== null && typeof json === "object" && "num" in json ? String(json.num) : "";
    const value = parseDecimal(text);
    if (!value) throw new Refused(text);
    return { op: "num", value };
  }
  const [head, ...args] = json as [unknown, ...unknown[]];
  if (typeof head !== "string") throw new Refused("head");
  if (sums.has(head)) return expandSum(head, args, bound, budget);
  const [a, b] = args;
  const known = nodeNames.get(head);
  if (known !== undefined)
    return {
      op: "fn",
      name: known,
      args: known === "log" && args.length === 1 ? [of(a), number(10)] : args.map(of),
    };
  switch (head) {
    case "Delimiter":
      return of(a);
    case "Add":
      return { op: "add", args: args.map(of) };
    case "Multiply":
    case "InvisibleOperator":
      return { op: "mul", args: args.map(of) };
    case "Subtract":
      return { op: "add", args: [of(a), { op: "neg", arg: of(b) }] };
    case "Negate":
      return { op: "neg", arg: of(a) };
    case "Divide":
    case "Rational":
      return { op: "div", a: of(a), b: of(b) };
    case "Power":
      return { op: "pow", a: of(a), b: of(b) };
    case "Sqrt":
      return { op: "root", arg: of(a), degree: number(2) };
    case "Root":
      return { op: "root", arg: of(a), degree: of(b) };
    case "Factorial":
      return { op: "fact", arg: of(a) };
    case "Exp":
      return { op: "pow", a: { op: "const", name: "e" }, b: of(a) };
    case "Lb":
      return { op: "fn", name: "log", args: [of(a), number(2)] };
    default:
      throw new Refused(head);
  }
}

function symbol(name: string, bound: ReadonlyMap<string, Node>): Node {
  const inner = bound.get(name);
  if (inner) return inner;
  if (name === "Pi") return { op: "const", name: "pi" };
  if (name === "ExponentialE" || name === "e") return { op: "const", name: "e" };
  if (/^[A-Za-z]\w{0,20}$/.test(name)) return { op: "var", name };
  throw new Refused(name);
}

/** Short finite sums and products are written out. */
function expandSum(
  head: string,
  args: readonly unknown[],
  bound: ReadonlyMap<string, Node>,
  budget: { left: number },
): Node {
  const [body, range] = args;
  if (!Array.isArray(range) || range.length !== 4) throw new Refused(head);
  const [, index, low, high] = range as unknown[];
  if (
    typeof index !== "string" ||
    typeof low !== "number" ||
    typeof high !== "number" ||
    high - low > 500 ||
    high < low
  )
    throw new Refused(head);
  const terms: Node[] = [];
  for (let k = low; k <= high; k++)
    terms.push(fromJson(body, new Map([...bound, [index, number(k)]]), budget));
  return { op: head === "Sum" ? "add" : "mul", args: terms };
}

/**
 * The symbolic engine on `@cortex-js/compute-engine`. Load it in the grading worker only: construction takes about
 * 0.3 s and some evaluations have no time limit of their own.
 */
export function createComputeEngine(): SymbolicEngine {
  const engine = new ComputeEngine();
  // Differences are judged by our own relative bounds, never by the library's absolute tolerance.
  engine.tolerance = 0;
  const numeric = (node: Node, values: ReadonlyMap<string, string>, digits: number): NumericValue | null => {
    try {
      if (engine.precision !== digits) engine.precision = digits;
      const result = engine.expr(toJson(node, values) as Parameters<typeof engine.expr>[0]).N();
      const value = (result as { readonly numericValue?: unknown }).numericValue;
      if (value === null || value === undefined) return null;
      if (typeof value === "number") return Number.isFinite(value) ? { re: String(value), im: "0" } : null;
      const parts = value as {
        readonly bignumRe?: unknown;
        readonly re: number;
        readonly bignumIm?: unknown;
        readonly im: number;
      };
      const re = String(parts.bignumRe ?? parts.re);
      const im = String(parts.bignumIm ?? parts.im);
      return /^[-+\d.eE]+$/.test(re) && /^[-+\d.eE]+$/.test(im) ? { re, im } : null;
    } catch (error) {
      if (error instanceof Error) return null;
      throw error;
    }
  };
  return {
    id: "compute-engine",
    evaluate: (node, values) => numeric(node, values, 60),
    evaluateFine: (node, values) => numeric(node, values, 130),
    parse(latex) {
      try {
        return fromJson(engine.parse(latex, { form: "raw" }).json, new Map(), { left: 5000 });
      } catch {
        return null;
      }
    },
    differenceVanishes(a, b) {
      try {
        const json: Json = ["Subtract", toJson(a, null), toJson(b, null)];
        return engine
          .expr(json as Parameters<typeof engine.expr>[0])
          .simplify()
          .is(0);
      } catch {
        return false;
      }
    },
  };
}
