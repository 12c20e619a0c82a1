import { parseExpression } from "./expression.ts";
import { number } from "./nodes.ts";
import { wordsOrUnread } from "./readWords.ts";
import type { Token } from "./tokens.ts";
import { isCmd, isSym, isWord, splitTop } from "./tokenWalk.ts";
import type { Unit } from "./units.ts";
import { currencyUnit, readUnit } from "./units.ts";
import type { Reading, Value } from "./values.ts";
import { numberWord, wordsOf } from "./words.ts";

const unread: Value = { k: "unread" };

/** Everything that is one value: base numbers, ratios, clock times, figures with units, formulas. */
export function readAtom(all: readonly Token[], reading: Reading, depth: number): Value {
  const colon = splitTop(all, (t) => isSym(t, ":"));
  if (colon.separators.length > 0) return readColons(colon.parts, all, reading);
  // "2 to 3" is a ratio.
  const to = splitTop(all, (t, i) => isWord(t, "to") && all[i - 1]?.t === "num" && all[i + 1]?.t === "num");
  if (to.separators.length > 0) return readColons(to.parts, all, reading);
  return readBase(all) ?? readFigure(all, reading, depth);
}

function readColons(parts: readonly (readonly Token[])[], all: readonly Token[], reading: Reading): Value {
  const texts = parts.map((p) => p.map((t) => (t.t === "grp" ? "?" : t.v)).join(""));
  const clock = /^(\d{1,2}):(\d\d)(?:([ap])\.?m\.?)?$/i.exec(texts.join(":"));
  const terms = parts.map((p) =>
    parseExpression(
      p.filter((t) => t.t !== "word"),
      reading,
    ),
  );
  if (clock && Number(clock[1]) < 25 && Number(clock[2]) < 60) {
    const half = clock[3] ? clock[3].toLowerCase() : "";
    return {
      k: "ratio",
      terms: half ? [] : terms.filter((t) => t !== null),
      clock: `${Number(clock[1])}:${clock[2]}${half}`,
    };
  }
  if (terms.some((t) => t === null)) return wordsOrUnread(all);
  return { k: "ratio", terms: terms.filter((t) => t !== null), clock: null };
}

/** `1011_2`, `4210_{5}`, `(1011)_2`, `2A_{16}`, `52 base 8`. */
function readBase(all: readonly Token[]): Value | null {
  const flat = all
    .map((t) => (t.t === "grp" ? t.items.map((i) => (i.t === "grp" ? "?" : i.v)).join("") : t.v))
    .join("");
  const match =
    /^\(?([0-9A-Z]+)\)?(?:_|\(?base)(\d{1,2}|ten|two|three|four|five|six|seven|eight|nine|twelve|sixteen)\)?$/.exec(
      flat,
    );
  const word = numberWord(match?.[2] ?? "");
  // Letters are digits only in bases above ten: `A1_{16}`, but never `x_1`.
  const lettered = /[A-Z]/.test(match?.[1] ?? "") && !(Number(word ?? match?.[2]) > 10);
  if (!match || lettered || !/\d/.test(match[1] ?? "")) return null;
  return {
    k: "base",
    digits: (match[1] ?? "").replace(/^0+(?=.)/, ""),
    base: word === null ? (match[2] ?? "") : String(word),
  };
}

const currencies = new Set(["\\$", "$", "€", "£", "¥", "₹"]);
const percentAt = (tokens: readonly Token[]): number => {
  const last = tokens.length - 1;
  const tail = tokens[last];
  if (isSym(tail, "%") || isWord(tail, "percent", "pct")) return last;
  return isWord(tail, "cent") && isWord(tokens[last - 1], "per") ? last - 1 : -1;
};

function readFigure(all: readonly Token[], reading: Reading, depth: number): Value {
  if (depth > 80) return unread;
  const sign = all.findIndex((t) => t.t === "sym" && currencies.has(t.v));
  if (sign === 0 || (sign === 1 && isSym(all[0], "-", "+")) || (sign > 0 && sign === all.length - 1)) {
    const token = all[sign];
    const rest = readFigure(
      all.filter((_, i) => i !== sign),
      reading,
      depth + 1,
    );
    const unit = currencyUnit(token?.t === "sym" ? token.v : "$");
    return rest.k === "scalar" ? { ...rest, unit: rest.unit?.known && sign !== 0 ? rest.unit : unit } : rest;
  }
  const percent = percentAt(all);
  if (percent > 0) {
    const node = parseExpression(all.slice(0, percent), reading);
    return node ? { k: "scalar", node, percent: true } : wordsOrUnread(all);
  }
  const measured = readMeasured(all, reading);
  if (measured) return measured;
  const node = parseExpression(all, reading);
  if (node) return { k: "scalar", node, percent: false };
  const words = wordsOf(all);
  const named = words.length > 0 && all.length === words.length ? numberWord(words[0] ?? "") : null;
  return named === null ? wordsOrUnread(all) : { k: "scalar", node: number(named), percent: false };
}

/** A value followed by a unit or by words ("1,234 apples", `15\text{ cm}^2`, `90^\circ`). */
function readMeasured(all: readonly Token[], reading: Reading): Value | null {
  for (let i = 1; i < all.length; i++) {
    const token = all[i];
    const before = all[i - 1];
    const degree =
      isSym(token, "^") &&
      flatCirc(all[i + 1]) &&
      !all.slice(0, i).some((t) => isCmd(t, "sin", "cos", "tan", "cot", "sec", "csc"));
    const next = all[i + 1];
    // `\frac{\text{km}}{\text{h}}` and "(dozen)" may also begin a unit.
    const wrapped =
      (isCmd(token, "frac") && allWords(next)) ||
      (isSym(token, "(") && next?.t === "word" && (next.roman || next.v.length > 3));
    const wordLike =
      token?.t === "word" ||
      (token?.t === "let" && (token.roman || token.sp || reading.looseUnits)) ||
      allWords(token) ||
      wrapped;
    if (!degree && !wordLike) continue;
    const roman = (token?.t === "word" && token.roman) || (token?.t === "let" && token.roman);
    const afterNumber =
      before?.t === "num" || before?.t === "grp" || isSym(before, ")", "!", "|") || isCmd(before, "pi");
    if (!degree && !roman && !afterNumber) continue;
    if ((token?.t === "grp" || wrapped) && before?.t !== "num") continue;
    if (isCmd(before, "frac", "sqrt", "begin", "end") || isSym(before, "^", "_")) continue;
    const unit: Unit | null = readUnit(all.slice(i), reading.variables, reading.looseUnits);
    if (!unit) continue;
    const node = parseExpression(all.slice(0, i), reading);
    if (node) return { k: "scalar", node, unit, percent: false };
  }
  return null;
}

const allWords = (token: Token | undefined): boolean =>
  token?.t === "grp" &&
  token.items.length > 0 &&
  token.items.every((t) => t.t === "word" || (t.t === "let" && t.roman));

const flatCirc = (token: Token | undefined): boolean =>
  isCmd(token, "circ") || (token?.t === "grp" && token.items.length === 1 && isCmd(token.items[0], "circ"));
