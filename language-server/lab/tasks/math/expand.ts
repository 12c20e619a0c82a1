import { type Exact, isWhole, type Operator } from "./exact.ts";

/**
 * How a sum with large numbers is done by place values: the forms between the task and its result, none for tasks that
 * one does at a glance. Every form equals every other.
 *
 * `47 * 6` → `40 * 6 + 7 * 6`, `240 + 42`; `347 + 285` → `347 + 200 + 80 + 5`, `547 + 80 + 5`, `627 + 5`.
 */
export function expandedForms(operator: Operator, left: Exact, right: Exact): readonly string[] {
  if (!isWhole(left) || !isWhole(right)) return [];
  const a = left / 100;
  const b = right / 100;
  switch (operator) {
    case "+":
    case "-":
      return runningForms(operator, a, b);
    case "*":
      return productForms(a, b);
    case "/":
      return quotientForms(a, b);
  }
}

/** `285` → 200, 80, 5. */
function placeParts(value: number): number[] {
  const digits = String(value);
  return [...digits]
    .map((digit, i) => Number(digit) * 10 ** (digits.length - 1 - i))
    .filter((part) => part > 0);
}

function runningForms(operator: "+" | "-", a: number, b: number): string[] {
  const parts = placeParts(b);
  if (a < 10 || b < 10 || parts.length < 2) return [];
  const forms: string[] = [];
  let running = a;
  parts.forEach((part, i) => {
    if (i > 0) running += operator === "+" ? (parts[i - 1] ?? 0) : -(parts[i - 1] ?? 0);
    forms.push([running, part, ...parts.slice(i + 1)].join(` ${operator} `));
  });
  return forms;
}

function productForms(a: number, b: number): string[] {
  const [partsA, partsB] = [placeParts(a), placeParts(b)];
  if (partsA.length < 2 && partsB.length < 2) return [];
  const splitsRight = partsB.length >= 2 && (partsA.length < 2 || b <= a);
  const pairs = splitsRight
    ? partsB.map((part) => [a, part] as const)
    : partsA.map((part) => [part, b] as const);
  return [pairs.map(([x, y]) => `${x} * ${y}`).join(" + "), ...sumForms(pairs.map(([x, y]) => x * y))];
}

function quotientForms(a: number, b: number): string[] {
  if (a % b !== 0) return [];
  const parts = placeParts(a / b);
  if (parts.length < 2) return [];
  return [parts.map((part) => `${part * b} / ${b}`).join(" + "), ...sumForms(parts)];
}

/** `200 + 80 + 5` and, for more than two parts, the running sums. */
function sumForms(parts: readonly number[]): string[] {
  const [first = 0, second, ...rest] = parts;
  if (second === undefined) return [];
  return [parts.join(" + "), ...sumForms([first + second, ...rest])];
}
