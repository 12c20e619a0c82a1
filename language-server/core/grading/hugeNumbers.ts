import { evaluateExact, quickLimits, structuralKey } from "./algebra.ts";
import type { Node } from "./nodes.ts";
import type { Comparing, Outcome } from "./outcome.ts";
import { no, yes } from "./outcome.ts";
import * as q from "./rational.ts";

/**
 * A huge number as a product of integer powers, never expanded: base -> exponent, and n -> exponent for factorials.
 */
interface Factored {
  readonly powers: Map<bigint, bigint>;
  readonly factorials: Map<bigint, bigint>;
  negative: boolean;
}

function factored(node: Node): Factored | null {
  const exact = evaluateExact(node, quickLimits);
  if (exact.kind === "value") {
    if (q.isZero(exact.value)) return null;
    const out: Factored = { powers: new Map(), factorials: new Map(), negative: exact.value.n < 0n };
    addPower(out.powers, exact.value.n < 0n ? -exact.value.n : exact.value.n, 1n);
    addPower(out.powers, exact.value.d, -1n);
    return out;
  }
  switch (node.op) {
    case "neg": {
      const inner = factored(node.arg);
      if (inner) inner.negative = !inner.negative;
      return inner;
    }
    case "mul":
      return node.args.reduce<Factored | null>(
        (total, arg) => {
          const part = total && factored(arg);
          return part && total ? combine(total, part, 1n) : null;
        },
        { powers: new Map(), factorials: new Map(), negative: false },
      );
    case "div": {
      const a = factored(node.a);
      const b = a && factored(node.b);
      return a && b ? combine(a, b, -1n) : null;
    }
    case "pow": {
      const exponent = evaluateExact(node.b, quickLimits);
      if (exponent.kind !== "value" || !q.isInteger(exponent.value)) return null;
      const base = factored(node.a);
      const result: Factored = {
        powers: new Map(),
        factorials: new Map(),
        negative: (base?.negative ?? false) && exponent.value.n % 2n !== 0n,
      };
      return base ? combine(result, { ...base, negative: false }, exponent.value.n) : null;
    }
    case "fact": {
      const n = evaluateExact(node.arg, quickLimits);
      if (n.kind !== "value" || !q.isInteger(n.value) || n.value.n < 0n) return null;
      return { powers: new Map(), factorials: new Map([[n.value.n, 1n]]), negative: false };
    }
    default:
      return null;
  }
}

function addPower(map: Map<bigint, bigint>, key: bigint, exponent: bigint): void {
  if (key === 1n) return;
  const total = (map.get(key) ?? 0n) + exponent;
  if (total === 0n) map.delete(key);
  else map.set(key, total);
}

function combine(a: Factored, b: Factored, times: bigint): Factored {
  for (const [key, e] of b.powers) addPower(a.powers, key, e * times);
  for (const [key, e] of b.factorials) addPower(a.factorials, key, e * times);
  a.negative = a.negative !== b.negative;
  return a;
}

/** Cancels factorials of neighbouring numbers: 100000!/99998! = 99999 * 100000. False when some remain. */
function cancelFactorials(f: Factored): boolean {
  for (let round = 0; round < 50 && f.factorials.size > 1; round++) {
    const sorted = [...f.factorials].sort(([x], [y]) => (x < y ? -1 : 1));
    const high = sorted.findLast(([, e]) => e > 0n);
    const low = sorted.findLast(([, e]) => e < 0n);
    if (!high || !low) break;
    const [from, to] = high[0] > low[0] ? [low[0], high[0]] : [high[0], low[0]];
    if (to - from > 400n) break;
    const sign = high[0] > low[0] ? 1n : -1n;
    for (let k = from + 1n; k <= to; k++) addPower(f.powers, k, sign);
    addPower(f.factorials, high[0], -1n);
    addPower(f.factorials, low[0], 1n);
  }
  return f.factorials.size === 0;
}

/** Whether a product of integer powers is exactly one: exponents over a coprime base must all vanish. */
function isOne(powers: ReadonlyMap<bigint, bigint>): boolean | null {
  let parts: [bigint, bigint][] = [...powers].filter(([b, e]) => b > 1n && e !== 0n);
  for (let round = 0; round < 400; round++) {
    let clash: [number, number, bigint] | null = null;
    for (let i = 0; i < parts.length && !clash; i++) {
      for (let j = i + 1; j < parts.length && !clash; j++) {
        const g = q.greatestCommonDivisor(parts[i]?.[0] ?? 1n, parts[j]?.[0] ?? 1n);
        if (g > 1n) clash = [i, j, g];
      }
    }
    if (!clash) return parts.every(([, e]) => e === 0n);
    const [i, j, g] = clash;
    const [a, ea] = parts[i] ?? [1n, 0n];
    const [b, eb] = parts[j] ?? [1n, 0n];
    const rest = parts.filter((_, k) => k !== i && k !== j);
    parts = [
      ...rest,
      ...(
        [
          [a / g, ea],
          [b / g, eb],
          [g, ea + eb],
        ] as [bigint, bigint][]
      ).filter(([x, e]) => x > 1n && e !== 0n),
    ];
    if (parts.length > 200) return null;
  }
  return null;
}

/** Rule 4a for numbers beyond 10^5 digits: structure first, then factorisation without expansion. */
export function compareHuge(pred: Node, gold: Node, _c: Comparing): Outcome {
  if (structuralKey(pred) === structuralKey(gold))
    return yes("number_exact", "The same number, too large to write out, in the same form.");
  const a = factored(pred);
  const b = factored(gold);
  if (a && b) {
    if (a.negative !== b.negative) return no("number_exact", "The signs differ.");
    const ratio = combine(a, { ...b, negative: false }, -1n);
    if (cancelFactorials(ratio)) {
      const one = isOne(ratio.powers);
      if (one !== null)
        return one
          ? yes("number_exact", "Both are the same product of powers.")
          : no("number_exact", "The products of powers differ.");
    }
    return no("number_exact", "The numbers are too large to write out and their factors differ.");
  }
  return no("number_exact", "One number is too large to write out, and the other is not of the same form.");
}
