import type { TaskRandom } from "../random.ts";
import { apply, type Exact, exact, formatExact, type Operator } from "./exact.ts";
import { expandedForms } from "./expand.ts";
import { isHeldOutExact } from "./numberRanges.ts";

/** One operation with its result. */
export interface DrillLine {
  readonly left: Exact;
  readonly right: Exact;
  readonly operator: Operator;
  readonly result: Exact;
}

const largest = exact(2000);

/**
 * One operation as word problems ask for it: sums and differences up to three digits, products up to two thousand,
 * divisions without rest, and a few prices. Its numbers are none that are held out.
 */
export function drawLine(random: TaskRandom): DrillLine {
  for (let draw = 0; draw < 1000; draw++) {
    const operator = random.weighted<Operator>([
      ["+", 0.26],
      ["-", 0.26],
      ["*", 0.33],
      ["/", 0.15],
    ]);
    const [left, right] = random.chance(0.08) ? prices(operator, random) : wholes(operator, random);
    const result = apply(operator, left, right);
    if (result === null || result < 0 || result > largest) continue;
    if (operator === "/" && (right === 0 || apply("*", result, right) !== left)) continue;
    if (isHeldOutExact(left) || isHeldOutExact(right)) continue;
    return { left, right, operator, result };
  }
  throw new Error("No operation came out.");
}

/** `12 + 5` */
export const asked = ({ left, operator, right }: DrillLine): string =>
  `${formatExact(left)} ${operator} ${formatExact(right)}`;

/** `12 + 5 = 17`, with the steps by place values between where wanted. */
export function answered(line: DrillLine, byPlaces: boolean): string {
  const between = byPlaces ? expandedForms(line.operator, line.left, line.right) : [];
  return [asked(line), ...between, formatExact(line.result)].join(" = ");
}

const digits = (random: TaskRandom, count: number): number =>
  count === 1 ? random.integer(2, 9) : random.integer(10 ** (count - 1), 10 ** count - 1);

function wholes(operator: Operator, random: TaskRandom): [Exact, Exact] {
  const sized = (weights: readonly (readonly [number, number])[]) => digits(random, random.weighted(weights));
  switch (operator) {
    case "+":
    case "-": {
      const size = [
        [1, 0.2],
        [2, 0.5],
        [3, 0.3],
      ] as const;
      const [a, b] = [sized(size), sized(size)];
      return operator === "-" && b > a ? [exact(b), exact(a)] : [exact(a), exact(b)];
    }
    case "*": {
      const round = random.integer(1, 9) * 10 ** random.integer(1, 2);
      const [small, medium, large] = [digits(random, 1), digits(random, 2), digits(random, 3)];
      const a = random.weighted([
        [round, 0.1],
        [small, 0.25],
        [medium, 0.5],
        [large, 0.15],
      ] as const);
      const b = random.chance(0.2) && a < 100 ? digits(random, 2) : random.integer(2, 12);
      return random.chance(0.5) ? [exact(a), exact(b)] : [exact(b), exact(a)];
    }
    case "/": {
      const divisor = random.chance(0.85) ? random.integer(2, 12) : digits(random, 2);
      const quotient = sized([
        [1, 0.35],
        [2, 0.55],
        [3, 0.1],
      ]);
      return [exact(divisor * quotient), exact(divisor)];
    }
  }
}

/** Prices in quarters and tenths of a dollar, and a count where it is a product. */
function prices(operator: Operator, random: TaskRandom): [Exact, Exact] {
  const price = () => random.integer(1, 40) * random.pick([25, 50, 10]);
  const [a, b] = [price(), price()];
  if (operator === "*" || operator === "/") {
    const count = exact(random.integer(2, 12));
    return operator === "*" ? [count, a] : [(a * count) / 100, count];
  }
  return a >= b ? [a, b] : [b, a];
}
