/**
 * Exact decimal numbers with two places, held as whole hundredths: what prices, lengths and counts of grade-school
 * problems need. Anything that does not fit (a third, a thousandth, a negative amount) is `null`, never rounded.
 */
export type Exact = number;

export type Operator = "+" | "-" | "*" | "/";

export const exact = (value: number): Exact => Math.round(value * 100);

export const isWhole = (value: Exact): boolean => value % 100 === 0;

/** Result in hundredths; null when it has no exact form with two places. */
export function apply(operator: Operator, left: Exact, right: Exact): Exact | null {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return whole((left * right) / 100);
    case "/":
      return right === 0 ? null : whole((left * 100) / right);
  }
}

const whole = (value: number): number | null => (Number.isSafeInteger(value) ? value : null);

/** `12`, `4.5`; with `cents` also `4.50`, as prices are written. */
export function formatExact(value: Exact, cents = false): string {
  if (isWhole(value)) return String(value / 100);
  const fixed = (value / 100).toFixed(2);
  return cents ? fixed : fixed.replace(/0$/, "");
}

/** Digits from the first to the last that is not zero: how much work a number makes. */
export function significantDigits(value: Exact): number {
  return String(Math.abs(value)).replace(/0+$/, "").length;
}
