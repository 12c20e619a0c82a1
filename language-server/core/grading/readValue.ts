import { contains } from "./algebra.ts";
import { asIntervals } from "./asIntervals.ts";
import type { IntervalSet } from "./intervals.ts";
import { endpoint, intersection, interval, union, wholeLine, without } from "./intervals.ts";
import { nameOf } from "./names.ts";
import { decimalForm } from "./nodes.ts";
import { readAtom } from "./readAtom.ts";
import { readWords, wordsOrUnread } from "./readWords.ts";
import type { Token } from "./tokens.ts";
import type { Split } from "./tokenWalk.ts";
import { closes, closingIndex, isCmd, isSym, isWord, opens, splitTop, trim } from "./tokenWalk.ts";
import type { Reading, RelationSign, Value } from "./values.ts";
import { leadInLength, wordsOf } from "./words.ts";

const unread: Value = { k: "unread" };

/** Reads the structure of an answer. Never throws; `unread` when nothing fits. */
export function readValue(tokens: readonly Token[], reading: Reading, depth = 0): Value {
  const all = trim(tokens);
  const plain = readPlain(all, depth, (rest) => readValue(rest, reading, depth + 1));
  if (plain !== null) return plain;
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

/** What needs no look at the structure: nothing, a known phrase, or what `read` makes of the rest behind a lead-in. */
function readPlain(
  all: readonly Token[],
  depth: number,
  read: (rest: readonly Token[]) => Value,
): Value | null {
  if (depth > 60 || all.length === 0) return unread;
  const phrase = readWords(all);
  if (phrase) return phrase;
  const skipped = leadInLength(all);
  if (skipped === 0 || skipped >= all.length) return null;
  const rest = read(all.slice(skipped));
  return rest.k === "unread" || rest.k === "text" ? null : rest;
}

/** Plus-minus items become two entries of the list they stand in. */
const flatten = (items: readonly Value[]): Value[] =>
  items.flatMap((item) => (item.k === "seq" && item.style === "bare" ? [...item.items] : [item]));

const relationSigns = new Set(["=", "<", ">", "<=", ">=", "!="]);

function readItem(tokens: readonly Token[], reading: Reading, depth: number): Value {
  const all = trim(tokens);
  const plain = readPlain(all, depth, (rest) => readItem(rest, reading, depth + 1));
  if (plain !== null) return plain;
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
