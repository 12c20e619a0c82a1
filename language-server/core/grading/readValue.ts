import { contains, variablesOf } from "./algebra.ts";
import { decimalForm, number, parseExpression } from "./expression.ts";
import type { IntervalSet } from "./intervals.ts";
import { endpoint, intersection, interval, point, union, wholeLine, without } from "./intervals.ts";
import type { Token } from "./tokens.ts";
import type { Unit } from "./units.ts";
import { currencyUnit, readUnit } from "./units.ts";
import type { Reading, RelationSign, Value } from "./values.ts";
import { foldText, leadInLength, numberWord, saysEmpty, wordsOf } from "./words.ts";

const unread: Value = { k: "unread" };
const isSym = (token: Token | undefined, ...values: string[]): boolean =>
  token?.t === "sym" && values.includes(token.v);
const isCmd = (token: Token | undefined, ...values: string[]): boolean =>
  token?.t === "cmd" && values.includes(token.v);
const isWord = (token: Token | undefined, ...values: string[]): boolean =>
  token?.t === "word" && values.includes(token.v.toLowerCase());
const opens = (token: Token | undefined): boolean =>
  isSym(token, "(", "[", "\\{") || isCmd(token, "begin", "lfloor", "lceil");
const closes = (token: Token | undefined): boolean =>
  isSym(token, ")", "]", "\\}") || isCmd(token, "end", "rfloor", "rceil");

interface Split {
  readonly parts: readonly (readonly Token[])[];
  readonly separators: readonly Token[];
}

/** Splits outside brackets and environments. */
function splitTop(tokens: readonly Token[], isSeparator: (token: Token, i: number) => boolean): Split {
  const parts: Token[][] = [[]];
  const separators: Token[] = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    if (opens(token)) depth++;
    if (closes(token)) depth--;
    if (depth === 0 && !closes(token) && isSeparator(token, i)) {
      separators.push(token);
      parts.push([]);
    } else parts.at(-1)?.push(token);
  });
  return { parts, separators };
}

/** Index of the bracket that closes the one at `start`, round and square mixing freely (half-open intervals); -1 if none. */
function closingIndex(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    if (opens(tokens[i])) depth++;
    if (closes(tokens[i]) && --depth === 0) return i;
  }
  return -1;
}

/** Removes what stands around an answer without meaning: spacing, full stops, stray dollar signs. */
function trim(tokens: readonly Token[]): Token[] {
  const dollars = tokens.filter((t) => isSym(t, "$")).length;
  let out = tokens.filter(
    (t, i) =>
      !(isSym(t, "$") && (dollars % 2 === 0 || tokens[i + 1]?.t !== "num")) &&
      !isSym(t, "\\!", "\\,", '"', "`"),
  );
  while (out.length > 0 && isSym(out.at(-1), ".", ",", ";", "?", "\\\\")) out = out.slice(0, -1);
  while (out.length > 0 && isSym(out[0], ",", ";", ":", "\\\\")) out = out.slice(1);
  const [only] = out;
  // `{42}` is 42, and `{1,3}` a bare list: invisible braces are no set braces.
  if (out.length === 1 && only?.t === "grp") return trim(only.items);
  return out;
}

/** Reads the structure of an answer. Never throws; `unread` when nothing fits. */
export function readValue(tokens: readonly Token[], reading: Reading, depth = 0): Value {
  if (depth > 60) return unread;
  const all = trim(tokens);
  if (all.length === 0) return unread;
  const phrase = readWords(all);
  if (phrase) return phrase;
  const skipped = leadInLength(all);
  if (skipped > 0 && skipped < all.length) {
    const rest = readValue(all.slice(skipped), reading, depth + 1);
    if (rest.k !== "unread" && rest.k !== "text") return rest;
  }
  const separator = (token: Token): boolean => isSym(token, ",", ";") || isWord(token, "and", "or");
  const list = splitTop(all, separator);
  const parts = list.parts.map(trim).filter((p) => p.length > 0);
  if (list.separators.length > 0 && parts.length > 0) {
    const items = parts.map((p) => readItem(p, reading, depth + 1));
    if (items.some((item) => item.k === "unread")) return wordsOrUnread(all);
    const joiner = list.separators.some((s) => isWord(s, "or"))
      ? "or"
      : list.separators.some((s) => isWord(s, "and"))
        ? "and"
        : "comma";
    const flat = flatten(items);
    const [single] = flat;
    return flat.length === 1 && single ? single : { k: "seq", style: "bare", items: flat, joiner };
  }
  return readItem(all, reading, depth + 1);
}

/** Plus-minus items become two entries of the list they stand in. */
const flatten = (items: readonly Value[]): Value[] =>
  items.flatMap((item) => (item.k === "seq" && item.style === "bare" ? [...item.items] : [item]));

/** "six apples" is six; "twenty-one", "two thirds", "three point five" are not their first word. */
const plainCount = (words: readonly string[]): boolean =>
  !/^(?:hundred|thousand|million|billion|dozen|half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|point|to|over|times|plus|minus|more|less|of)$/i.test(
    words[1] ?? "",
  ) && words.slice(1).every((w) => numberWord(w) === null);

/** Answers that consist of words only. */
function readWords(tokens: readonly Token[]): Value | null {
  if (tokens.length === 1 && isCmd(tokens[0], "emptyset")) return { k: "empty" };
  if (
    !tokens.every((t) => t.t === "word" || t.t === "let" || isSym(t, "'", "-", ".", ":", "(", ")", "!", "?"))
  )
    return null;
  const words = wordsOf(tokens);
  const wordTokens = tokens.filter((t) => t.t === "word");
  if (wordTokens.length === 0) return null;
  const text = foldText(words.join(" "));
  if (saysEmpty(text)) return { k: "empty" };
  if (/^all real(?: number)?s?$/.test(text)) return { k: "intervals", set: wholeLine };
  const [first] = words;
  const named = words.length === 1 && first ? numberWord(first) : null;
  if (named !== null) return { k: "scalar", node: number(named), percent: false };
  const counted = words.length > 1 && first ? numberWord(first) : null;
  if (
    counted !== null &&
    plainCount(words) &&
    tokens[0]?.t === "word" &&
    !tokens.some((t) => isWord(t, "or", "and"))
  )
    return { k: "scalar", node: number(counted), percent: false };
  // A short run of math letters is a product (`ab`, `xyz`), anything else is text.
  const roman = wordTokens.some((t) => t.t === "word" && (t.roman || t.v.length > 3));
  if (!roman && wordTokens.length === 1 && tokens.length === 1) return null;
  if (!roman && wordTokens.every((t) => isWord(t, "and", "or"))) return null;
  if (tokens.some((t) => isWord(t, "and", "or")) && tokens.some((t) => t.t === "let" && !t.roman))
    return null;
  return { k: "text", text };
}

function wordsOrUnread(tokens: readonly Token[]): Value {
  const words = tokens.filter((t) => t.t === "word" && (t.roman || t.v.length > 3));
  if (words.length === 0) return unread;
  return { k: "text", text: foldText(wordsOf(tokens).join(" ")) };
}

const relationSigns = new Set(["=", "<", ">", "<=", ">=", "!="]);

function readItem(tokens: readonly Token[], reading: Reading, depth: number): Value {
  if (depth > 60) return unread;
  const all = trim(tokens);
  if (all.length === 0) return unread;
  const phrase = readWords(all);
  if (phrase) return phrase;
  const skipped = leadInLength(all);
  if (skipped > 0 && skipped < all.length) {
    const rest = readItem(all.slice(skipped), reading, depth + 1);
    if (rest.k !== "unread" && rest.k !== "text") return rest;
  }
  const wholeSet = isSym(all[0], "\\{") && closingIndex(all, 0) === all.length - 1;
  if (!wholeSet && hasPlusMinus(all)) return plusMinus(all, reading, depth);
  const approximated = splitTop(all, (t) => isCmd(t, "approx"));
  if (approximated.separators.length > 0) return readApproximation(approximated.parts, reading, depth);
  const relation = splitTop(all, (t) => t.t === "sym" && relationSigns.has(t.v));
  if (relation.separators.length > 0) return readRelation(relation, reading, depth);
  const member = splitTop(all, (t) => isCmd(t, "in"));
  if (member.separators.length === 1) {
    const [left = [], right = []] = member.parts;
    const set = readValue(right, reading, depth + 1);
    return set.k === "unread" ? unread : { k: "member", name: nameOf(left) ?? "", set };
  }
  const sets = splitTop(all, (t, i) => isSetOperator(all, t, i));
  if (sets.separators.length > 0) return readSetOperations(sets, reading, depth);
  return readBracketed(all, reading, depth) ?? readAtom(all, reading, depth);
}

const hasPlusMinus = (tokens: readonly Token[]): boolean =>
  tokens.some((t) => isCmd(t, "pm", "mp") || (t.t === "grp" && hasPlusMinus(t.items)));
const withSign = (tokens: readonly Token[], upper: boolean): Token[] =>
  tokens.map((t) =>
    t.t === "grp"
      ? { ...t, items: withSign(t.items, upper) }
      : isCmd(t, "pm", "mp")
        ? { t: "sym", v: isCmd(t, "pm") === upper ? "+" : "-", sp: t.sp }
        : t,
  );

function plusMinus(tokens: readonly Token[], reading: Reading, depth: number): Value {
  const items = [true, false].map((upper) => readItem(withSign(tokens, upper), reading, depth + 1));
  if (items.some((i) => i.k === "unread")) return unread;
  return { k: "seq", style: "bare", items, joiner: "comma" };
}

/** `a \approx b`: the exact side; `x \approx 11` and `\approx 11`: the value. */
function readApproximation(parts: readonly (readonly Token[])[], reading: Reading, depth: number): Value {
  const filled = parts.map(trim).filter((p) => p.length > 0);
  const [first, second] = filled;
  if (!first) return unread;
  const value = readItem(first, reading, depth + 1);
  if (!second) return value;
  const other = readItem(second, reading, depth + 1);
  if (nameOf(first) !== null && value.k === "scalar" && value.node.op === "var")
    return { k: "relation", terms: [value, other], ops: ["="], names: [nameOf(first), null] };
  const isDecimal = (v: Value): boolean => v.k === "scalar" && decimalForm(v.node) !== null;
  if (value.k === "unread" || (isDecimal(value) && other.k === "scalar" && !isDecimal(other))) return other;
  return value;
}

/** The plain name on a side of an equation: `x`, `x_1`, `f(x)`, `P(A)`, `AB`, `\angle ABC`, `\text{Area}`; else null. */
export function nameOf(tokens: readonly Token[]): string | null {
  const all = trim(tokens);
  const flat = (list: readonly Token[]): string =>
    list.map((t) => (t.t === "grp" ? `{${flat(t.items)}}` : t.t === "cmd" ? `\\${t.v}` : t.v)).join("");
  const text = flat(all);
  if (text.length > 60 || all.length === 0) return null;
  const words = all.every((t) => t.t === "word" || (t.t === "let" && t.roman));
  if (words && all.some((t) => t.t === "word" && (t.roman || t.v.length > 3)))
    return foldText(wordsOf(all).join(" "));
  const [first] = all;
  if (isCmd(first, "angle", "triangle", "overline", "measuredangle", "lim")) return text;
  if (isSym(first, "|") && isSym(all.at(-1), "|") && /^\|[A-Z]{2}\|$/.test(text)) return text;
  if (/^(?:m\\angle|[A-Z]{2,4}$)/.test(text)) return text.replace(/[{}]/g, "");
  const bare = text.replace(/_\{([^{}]*)\}/g, "_$1");
  const name = /^(?:\\?[A-Za-z]+)(?:_(?:\w+|\\[a-z]+))?'*(?:\([^()=]{0,24}\))?$/.exec(bare);
  if (!name) return null;
  const letters = /^[A-Za-z]+/.exec(bare)?.[0] ?? "";
  // `ab = 5` is an equation about a product, `x = 5` an assignment; constants are no names.
  if (letters.length > 1 || /^\\(?:pi|infty|frac|sqrt|emptyset|sin|cos|tan|ln|log)/.test(bare)) return null;
  return bare;
}

function readRelation(split: Split, reading: Reading, depth: number): Value {
  const ops = split.separators.map((t) => (t.t === "sym" ? t.v : "=") as RelationSign);
  const parts = split.parts.map(trim);
  // `= 5`: the left side was left out.
  const headless = parts[0]?.length === 0;
  if (headless && ops.length === 1 && ops[0] === "=" && parts[1])
    return readItem(parts[1], reading, depth + 1);
  if (parts.some((p) => p.length === 0)) return unread;
  const names = parts.map(nameOf);
  const terms = parts.map((p) => readItem(p, reading, depth + 1));
  const readable = terms.every((t, i) => t.k !== "unread" || names[i] !== null);
  return readable ? { k: "relation", terms, ops, names } : unread;
}

const isReals = (token: Token | undefined): boolean => isCmd(token, "bbR");
const isSetOperator = (all: readonly Token[], t: Token, i: number): boolean => {
  if (isCmd(t, "cup", "cap", "setminus")) return true;
  if (isSym(t, "-") && isReals(all[i - 1]) && isSym(all[i + 1], "\\{")) return true;
  return t.t === "let" && t.v === "U" && isSym(all[i - 1], ")", "]") && isSym(all[i + 1], "(", "[");
};

/** Reads a value as a set of real numbers; a pair counts as an interval. Null when it is none. */
export function asIntervals(value: Value): IntervalSet | null {
  switch (value.k) {
    case "intervals":
      return value.set;
    case "empty":
      return [];
    case "member":
      return asIntervals(value.set);
    case "scalar":
      return value.unit || variablesOf(value.node).size > 0 ? null : point(value.node);
    case "seq": {
      if (value.style === "set") {
        const points = value.items.map((i) => (i.k === "scalar" ? point(i.node) : null));
        return points.some((p) => p === null) ? null : union(...points.filter((p) => p !== null));
      }
      const [low, high] = value.items;
      if (value.items.length !== 2 || low?.k !== "scalar" || high?.k !== "scalar" || value.style === "bare")
        return null;
      const closed = value.style === "brack";
      return interval(endpoint(low.node), endpoint(high.node), closed, closed);
    }
    default:
      return null;
  }
}

function readSetOperations(split: Split, reading: Reading, depth: number): Value {
  const values = split.parts.map((p) => readItem(p, reading, depth + 1));
  const onlyUnions = split.separators.every((s) => isCmd(s, "cup"));
  const finite = values.every((v) => v.k === "seq" && v.style === "set");
  if (onlyUnions && finite)
    return {
      k: "seq",
      style: "set",
      items: values.flatMap((v) => (v.k === "seq" ? [...v.items] : [])),
      joiner: "comma",
    };
  let total: IntervalSet | null = null;
  for (const [i, value] of values.entries()) {
    const set = value.k === "scalar" ? null : asIntervals(value);
    if (!set) return unread;
    const operator = split.separators[i - 1];
    if (i === 0 || !operator || !total) total = set;
    else if (isCmd(operator, "cap")) total = intersection(total, set);
    else
      total = isCmd(operator, "setminus") || isSym(operator, "-") ? without(total, set) : union(total, set);
    if (!total) return unread;
  }
  return total ? { k: "intervals", set: total } : unread;
}

const infinite = (value: Value | undefined): boolean =>
  value?.k === "scalar" && contains(value.node, (n) => n.op === "const" && n.name === "inf");

/** One bracket pair around everything: tuple, interval, set, matrix in brackets; null when it is only a formula. */
function readBracketed(all: readonly Token[], reading: Reading, depth: number): Value | null {
  if (isReals(all[0]) && all.length === 1) return { k: "intervals", set: wholeLine };
  if (isCmd(all[0], "begin")) return readMatrix(all, reading, depth);
  const first = all[0];
  const last = all.at(-1);
  if (!opens(first) || !closes(last) || closingIndex(all, 0) !== all.length - 1) return null;
  const content = trim(all.slice(1, -1));
  if (isSym(first, "\\{")) return isSym(last, "\\}") ? readSet(content, reading, depth) : null;
  if (!isSym(first, "(", "[")) return null;
  if (isCmd(content[0], "begin") && isCmd(content.at(-2), "end")) return readMatrix(content, reading, depth);
  const split = splitTop(content, (t) => isSym(t, ",", ";"));
  if (split.separators.length === 0) {
    if (!isSym(first, "(") || !isSym(last, ")")) return null;
    const inner = readItem(content, reading, depth + 1);
    return inner.k === "scalar" && !inner.percent && !inner.unit ? null : inner;
  }
  const items = split.parts.map((p) => readItem(p, reading, depth + 1));
  if (items.some((i) => i.k === "unread")) return unread;
  const lowClosed = isSym(first, "[");
  const highClosed = isSym(last, "]");
  const [low, high] = items;
  if (items.length === 2 && (lowClosed !== highClosed || infinite(low) || infinite(high))) {
    if (low?.k !== "scalar" || high?.k !== "scalar") return unread;
    const set = interval(endpoint(low.node), endpoint(high.node), lowClosed, highClosed);
    return set ? { k: "intervals", set } : unread;
  }
  return { k: "seq", style: lowClosed ? "brack" : "paren", items, joiner: "comma" };
}

function readSet(content: readonly Token[], reading: Reading, depth: number): Value {
  if (content.length === 0) return { k: "empty" };
  const builder = splitTop(content, (t) => isCmd(t, "mid") || isSym(t, ":"));
  if (builder.separators.length === 1 && builder.parts[1])
    return readValue(builder.parts[1], reading, depth + 1);
  const bar = content.findIndex((t) => isSym(t, "|"));
  const bars = content.filter((t) => isSym(t, "|")).length;
  if (bars === 1 && bar > 0) return readValue(content.slice(bar + 1), reading, depth + 1);
  const inner = readValue(content, reading, depth + 1);
  if (inner.k === "unread") return unread;
  const items = inner.k === "seq" && inner.style === "bare" ? inner.items : [inner];
  return { k: "seq", style: "set", items, joiner: "comma" };
}

const matrixNames = /^(?:[pbB]?matrix|smallmatrix|array|psmallmatrix|bsmallmatrix)$/;

function readMatrix(all: readonly Token[], reading: Reading, depth: number): Value | null {
  const name = all[1];
  if (name?.t !== "grp" || !isCmd(all.at(-2), "end")) return null;
  const kind = wordsOf(name.items).join("");
  if (closingIndex(all, 0) !== all.length - 2) return null;
  if (kind === "cases" || kind === "aligned" || kind === "gathered")
    return readRows(all.slice(2, -2), reading, depth);
  if (!matrixNames.test(kind)) return null;
  const body = all.slice(kind === "array" && all[2]?.t === "grp" ? 3 : 2, -2);
  const rows = splitTop(body, (t) => isSym(t, "\\\\")).parts.filter((r) => r.some((t) => !isCmd(t, "hline")));
  const cells = rows.map((row) =>
    splitTop(row, (t) => isSym(t, "&")).parts.map((cell) =>
      readItem(
        cell.filter((t) => !isCmd(t, "hline")),
        reading,
        depth + 1,
      ),
    ),
  );
  if (cells.length === 0 || cells.some((row) => row.some((cell) => cell.k === "unread"))) return unread;
  return { k: "matrix", rows: cells };
}

/** `\begin{cases} x=1 \\ y=2 \end{cases}`: the rows are a list. */
function readRows(body: readonly Token[], reading: Reading, depth: number): Value {
  const rows = splitTop(body, (t) => isSym(t, "\\\\")).parts.map((row) => row.filter((t) => !isSym(t, "&")));
  const items = rows.filter((r) => trim(r).length > 0).map((r) => readItem(r, reading, depth + 1));
  return items.length === 0 || items.some((i) => i.k === "unread")
    ? unread
    : { k: "seq", style: "bare", items, joiner: "comma" };
}

/** Everything that is one value: base numbers, ratios, clock times, figures with units, formulas. */
function readAtom(all: readonly Token[], reading: Reading, depth: number): Value {
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
