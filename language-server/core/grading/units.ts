import type { Rational } from "./rational.ts";
import { divide, multiply, one, parseDecimal, power } from "./rational.ts";
import type { Token } from "./tokens.ts";

/** A unit as powers of base dimensions and a factor to the base unit; `known` is false for free words ("apples"). */
export interface Unit {
  readonly known: boolean;
  readonly dimensions: Readonly<Record<string, number>>;
  readonly factor: Rational;
  /** Written form, for messages. */
  readonly text: string;
  readonly degree: boolean;
}

interface Entry {
  readonly dimension: string;
  readonly power: number;
  readonly factor: string;
  readonly names: string;
}

/** Name lists per unit; factors are to metre, kilogram, second, degree, dollar (math-grading.md 3.1). */
const entries: readonly Entry[] = [
  { dimension: "length", power: 1, factor: "1", names: "m meter meters metre metres" },
  {
    dimension: "length",
    power: 1,
    factor: "0.01",
    names: "cm centimeter centimeters centimetre centimetres",
  },
  {
    dimension: "length",
    power: 1,
    factor: "0.001",
    names: "mm millimeter millimeters millimetre millimetres",
  },
  { dimension: "length", power: 1, factor: "0.1", names: "dm decimeter decimeters" },
  { dimension: "length", power: 1, factor: "1000", names: "km kilometer kilometers kilometre kilometres" },
  { dimension: "length", power: 1, factor: "0.0254", names: "inch inches in" },
  { dimension: "length", power: 1, factor: "0.3048", names: "ft foot feet" },
  { dimension: "length", power: 1, factor: "0.9144", names: "yd yds yard yards" },
  { dimension: "length", power: 1, factor: "1609.344", names: "mi mile miles" },
  { dimension: "length", power: 3, factor: "0.001", names: "L l liter liters litre litres" },
  { dimension: "length", power: 3, factor: "0.000001", names: "ml mL milliliter milliliters cc" },
  { dimension: "length", power: 2, factor: "10000", names: "hectare hectares" },
  { dimension: "length", power: 2, factor: "4046.8564224", names: "acre acres" },
  { dimension: "mass", power: 1, factor: "1", names: "kg kgs kilogram kilograms" },
  { dimension: "mass", power: 1, factor: "0.001", names: "g gram grams gm" },
  { dimension: "mass", power: 1, factor: "0.000001", names: "mg milligram milligrams" },
  { dimension: "mass", power: 1, factor: "0.45359237", names: "lb lbs pound pounds" },
  { dimension: "mass", power: 1, factor: "0.028349523125", names: "oz ounce ounces" },
  { dimension: "mass", power: 1, factor: "1000", names: "tonne tonnes" },
  { dimension: "time", power: 1, factor: "1", names: "s sec secs second seconds" },
  { dimension: "time", power: 1, factor: "0.001", names: "ms millisecond milliseconds" },
  { dimension: "time", power: 1, factor: "60", names: "min mins minute minutes" },
  { dimension: "time", power: 1, factor: "3600", names: "h hr hrs hour hours" },
  { dimension: "time", power: 1, factor: "86400", names: "day days" },
  { dimension: "time", power: 1, factor: "604800", names: "week weeks" },
  { dimension: "angle", power: 1, factor: "1", names: "degree degrees deg" },
  { dimension: "money", power: 1, factor: "1", names: "dollar dollars USD usd bucks" },
  { dimension: "money", power: 1, factor: "0.01", names: "cent cents" },
  { dimension: "euro", power: 1, factor: "1", names: "euro euros EUR" },
  { dimension: "sterling", power: 1, factor: "1", names: "GBP" },
  { dimension: "rupee", power: 1, factor: "1", names: "Rs rs rupee rupees" },
  { dimension: "temperature", power: 1, factor: "1", names: "K C kelvin celsius Celsius centigrade" },
  { dimension: "temperature", power: 1, factor: "0.5555555555", names: "F fahrenheit Fahrenheit" },
];

interface Known {
  readonly dimensions: Record<string, number>;
  readonly factor: Rational;
}
const table = new Map<string, Known>();
for (const entry of entries) {
  const factor = parseDecimal(entry.factor);
  if (factor)
    for (const name of entry.names.split(" "))
      table.set(name, { dimensions: { [entry.dimension]: entry.power }, factor });
}
const speed = (factor: string): Known => ({
  dimensions: { length: 1, time: -1 },
  factor: parseDecimal(factor) ?? one,
});
table.set("mph", speed("0.44704"));
for (const name of ["kmh", "kph", "kmph"])
  table.set(name, {
    dimensions: { length: 1, time: -1 },
    factor: divide(parseDecimal("1000") ?? one, parseDecimal("3600") ?? one) ?? one,
  });

/** Whether a word is in the table of units. Case matters for short names only. */
export const isKnownUnit = (word: string): boolean =>
  table.has(word) || (word.length > 3 && table.has(word.toLowerCase()));
const lookUp = (word: string): Known | undefined =>
  table.get(word) ?? (word.length > 3 ? table.get(word.toLowerCase()) : undefined);

const powers: Readonly<Record<string, number>> = { square: 2, squared: 2, sq: 2, cubic: 3, cubed: 3, cu: 3 };
const glue = new Set(["per", "an", "a", "of", "the", "each", "and", "total", "in"]);

/** The unit of a currency sign. */
export const currencyUnit = (sign: string): Unit => ({
  known: true,
  dimensions: {
    [sign === "€"
      ? "euro"
      : sign === "£"
        ? "sterling"
        : sign === "₹"
          ? "rupee"
          : sign === "¥"
            ? "yen"
            : "money"]: 1,
  },
  factor: one,
  text: sign,
  degree: false,
});

/** The unit of a bare degree sign. */
export const degreeUnit: Unit = {
  known: true,
  dimensions: { angle: 1 },
  factor: one,
  text: "degree",
  degree: true,
};

/**
 * Reads the tail of an answer as a unit: words, text-mode letters, powers, `/`, `per`. Null when any token cannot
 * belong to a unit, so that a variable is never swallowed.
 * @param loose accept a single italic letter directly after the number (`5m`)
 * @param variables names that the other side uses as variables; such letters are not units
 */
export function readUnit(
  tokens: readonly Token[],
  variables: ReadonlySet<string>,
  loose = false,
): Unit | null {
  const [head, top, bottom] = tokens;
  if (
    head?.t === "cmd" &&
    head.v === "frac" &&
    top?.t === "grp" &&
    bottom?.t === "grp" &&
    tokens.length === 3
  ) {
    return readUnit([...top.items, { t: "sym", v: "/", sp: false }, ...bottom.items], variables, loose);
  }
  const dimensions: Record<string, number> = {};
  let factor = one;
  let known = true;
  let words = 0;
  let direction = 1;
  let pendingPower = 1;
  const texts: string[] = [];
  let last: { unit: Known; direction: number } | null = null;
  let afterDegree = false;
  let afterSlash = false;
  const apply = (unit: Known, p: number): void => {
    for (const [name, value] of Object.entries(unit.dimensions))
      dimensions[name] = (dimensions[name] ?? 0) + value * p;
    factor = multiply(factor, power(unit.factor, BigInt(p)) ?? one);
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.t === "word" || token.t === "let") {
      const name = token.v;
      const lower = name.toLowerCase();
      // A single letter is a unit only in text mode or after a space; letters of the other side stay variables.
      if (
        token.t === "let" &&
        !(token.roman || token.sp || afterDegree || afterSlash || (loose && /^[mghsL]$/.test(name)))
      )
        return null;
      if (variables.has(name) && !(token.t === "word" && token.roman)) return null;
      if (token.t === "word" && !token.roman && name.length > 1 && [...name].every((c) => variables.has(c)))
        return null;
      texts.push(name);
      words++;
      const p = powers[lower];
      if (p !== undefined && token.t === "word") {
        if (last) apply(last.unit, (p - 1) * last.direction);
        else pendingPower = p;
        continue;
      }
      if (lower === "per") {
        direction = -1;
        continue;
      }
      const unit = glue.has(lower) && !(lower === "in" && i === 0) ? undefined : lookUp(name);
      if (unit) {
        apply(unit, direction * pendingPower);
        last = { unit, direction };
        pendingPower = 1;
        direction = 1;
      } else if (token.t === "let" || (!token.roman && name.length < 3)) return null;
      else {
        known = false;
        last = null;
      }
    } else if (token.t === "sym" && token.v === "^") {
      const exponent = tokens[i + 1];
      const inner = exponent?.t === "grp" ? exponent.items : exponent ? [exponent] : [];
      const value = inner.map((t) => (t.t === "grp" ? "?" : t.v)).join("");
      if (value === "circ" && i === 0) {
        if (tokens[i + 2] === undefined) return degreeUnit;
        afterDegree = true;
      } else if (/^-?[1-4]$/.test(value) && last) apply(last.unit, (Number(value) - 1) * last.direction);
      else if (!/^-?[1-4]$/.test(value) || known) return null;
      i++;
    } else if (token.t === "sym" && token.v === "/" && words > 0) {
      direction = -1;
      afterSlash = true;
    } else if (
      token.t === "sym" &&
      (token.v === "*" || token.v === "-") &&
      words > 0 &&
      i + 1 < tokens.length
    )
      direction = 1;
    else if (token.t === "sym" && (token.v === "." || token.v === "'" || token.v === ",") && words > 0)
      continue;
    else if (token.t === "sym" && (token.v === "(" || token.v === ")")) continue;
    else if (token.t === "grp" && words > 0 && token.items.length === 0) continue;
    else if (token.t === "grp" && i === 0) {
      const inner = readUnit(token.items, variables);
      if (!inner || tokens.length > 1) return null;
      return inner;
    } else return null;
  }
  if (words === 0) return null;
  return { known, dimensions, factor, text: texts.join(" "), degree: known && dimensions.angle === 1 };
}

/** How two units relate for the comparison of the figures before them (math-grading.md 3.1). */
export type UnitRelation =
  | { readonly kind: "ignore" }
  | { readonly kind: "convert"; readonly a: Rational; readonly b: Rational }
  | { readonly kind: "differ" };

const active = (unit: Unit): [string, number][] => Object.entries(unit.dimensions).filter(([, p]) => p !== 0);

/** Unknown words and one-sided units are ignored; units of one dimension convert; others differ. */
export function relateUnits(a: Unit | undefined, b: Unit | undefined): UnitRelation {
  if (!a || !b || !a.known || !b.known) return { kind: "ignore" };
  const left = active(a);
  const right = active(b);
  const same = left.length === right.length && left.every(([name, p]) => (b.dimensions[name] ?? 0) === p);
  if (same) return { kind: "convert", a: a.factor, b: b.factor };
  // A degree sign may be an angle or a temperature.
  const plain = (u: Unit): boolean => u.degree;
  if ((plain(a) && b.dimensions.temperature) || (plain(b) && a.dimensions.temperature))
    return { kind: "ignore" };
  // The power of a unit is not graded: cm against cm^2 compares the figures.
  const [oneLeft] = left;
  const [oneRight] = right;
  if (left.length === 1 && right.length === 1 && oneLeft && oneRight && oneLeft[0] === oneRight[0]) {
    const baseName = (u: Unit): string =>
      u.text
        .toLowerCase()
        .split(" ")
        .find((w) => isKnownUnit(w)) ?? "";
    if (baseName(a) === baseName(b)) return { kind: "ignore" };
  }
  return { kind: "differ" };
}
