/** Block structure of Markdown as far as questions need it: lines, fences, headings, labels. */

export interface MarkdownLine {
  /** Without its line end. */
  readonly text: string;
  /** Offset in the source. */
  readonly start: number;
  readonly end: number;
  /** Front matter, HTML comments: not part of any question. */
  readonly skipped: boolean;
  /** Inside a fenced block or one of its fences. */
  readonly fenced: boolean;
  /** Set on the opening fence: the first word after it, and the index of the closing fence (-1: none). */
  readonly fence?: { readonly word: string; readonly close: number };
}

/** Cuts a text into lines and marks front matter, comments and fences. An unclosed fence is not one. */
export function markdownLines(text: string): readonly MarkdownLine[] {
  const raw = rawLines(text);
  const skipped = new Set<number>();
  if (/^---\s*$/.test(raw[0]?.text ?? "")) {
    const close = raw.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line.text));
    for (let index = 0; index <= close; index++) skipped.add(index);
  }
  const lines: MarkdownLine[] = [];
  let fencedUntil = -1;
  let inComment = false;
  const hopeless = new Map<string, number>();
  for (const [index, line] of raw.entries()) {
    const fenced = index <= fencedUntil;
    const opening =
      fenced || skipped.has(index) || inComment
        ? null
        : /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/.exec(line.text);
    if (!fenced && opening === null && (inComment || /^\s*<!--/.test(line.text))) {
      skipped.add(index);
      inComment = !line.text.includes("-->");
    }
    if (opening?.[1] === undefined) {
      lines.push({ ...line, skipped: skipped.has(index), fenced });
      continue;
    }
    const marks = opening[1];
    const close = closingFence(raw, index, marks, hopeless);
    if (close >= 0) fencedUntil = close;
    lines.push({
      ...line,
      skipped: false,
      fenced: close >= 0,
      fence: { word: (opening[2] ?? "").toLowerCase().replace(/[{}.]/g, ""), close },
    });
  }
  return lines;
}

/** Index of the line that closes a fence, or -1. `hopeless` remembers which lengths of a mark nothing closes below. */
function closingFence(
  lines: readonly { readonly text: string }[],
  from: number,
  marks: string,
  hopeless: Map<string, number>,
): number {
  const mark = marks.charAt(0);
  if (marks.length >= (hopeless.get(mark) ?? Number.POSITIVE_INFINITY)) return -1;
  const closing = new RegExp(`^ {0,3}${mark}{${marks.length},}[ \\t]*$`);
  for (let at = from + 1; at < lines.length; at++) if (closing.test(lines[at]?.text ?? "")) return at;
  hopeless.set(mark, marks.length);
  return -1;
}

function rawLines(text: string): { text: string; start: number; end: number }[] {
  const lines: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ text: text.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}

const word = "problem|question|exercise|task|example|q|ex";

export type ProblemStart = {
  /** `word`: "Problem 3"; `number`: "3."; `heading`: any other heading. */
  readonly kind: "word" | "number" | "heading";
  readonly number?: number;
  /** What follows the label on its line. */
  readonly rest: string;
  readonly isHeading: boolean;
  /** From `{#id}`. */
  readonly id?: string;
};

/** How a line begins a problem, if it does. */
export function problemStart(line: string): ProblemStart | undefined {
  const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(line);
  if (heading?.[1] !== undefined) {
    const anchor = /[ \t]*\{#([^\s}]+)[^}]*\}$/.exec(heading[1]);
    const title = anchor === null ? heading[1] : heading[1].slice(0, anchor.index);
    const id = anchor?.[1] === undefined ? {} : { id: anchor[1] };
    return { ...(label(title) ?? { kind: "heading", rest: title }), isHeading: true, ...id };
  }
  const bold = /^ {0,3}(?:\*\*|__)(.+?)(?:\*\*|__)[ \t]*[.:)]?[ \t]*(.*)$/.exec(line);
  if (bold?.[1] !== undefined) {
    const inner = label(bold[1]);
    return inner === undefined
      ? undefined
      : { ...inner, rest: `${inner.rest} ${bold[2] ?? ""}`.trim(), isHeading: false };
  }
  const plain = label(line.replace(/^ {0,3}/, ""));
  return plain === undefined ||
    (plain.kind === "word" && !/^\S+[ \t]*#?\d+[ \t]*[.:)]/.test(line.trimStart()))
    ? undefined
    : { ...plain, isHeading: false };
}

function label(text: string): { kind: "word" | "number"; number?: number; rest: string } | undefined {
  const named = new RegExp(
    `^(?:${word})(?:[ \\t]*(?:no\\.?|#)?[ \\t]*(\\d+)|(?=[ \\t]*[.:]?[ \\t]*$))[ \\t]*[.:)–—-]*[ \\t]*(.*)$`,
    "i",
  ).exec(text);
  if (named !== null)
    return {
      kind: "word",
      ...(named[1] === undefined ? {} : { number: Number(named[1]) }),
      rest: named[2] ?? "",
    };
  const numbered = /^\(?(\d{1,6})[.)](?:[ \t]+(.*)|)$/.exec(text);
  if (numbered?.[1] !== undefined)
    return { kind: "number", number: Number(numbered[1]), rest: numbered[2] ?? "" };
  return undefined;
}

export type PartName = "answer" | "solution";

const partNames = "final answer|correct answer|answer|solution|explanation";
const headedPart = new RegExp(
  `^ {0,3}#{1,6}[ \\t]+(?:\\*\\*)?(${partNames})(?:\\*\\*)?[ \\t]*[:.]?[ \\t]*(.*?)[ \\t]*#*$`,
  "i",
);
const inlinePart = new RegExp(
  `^[ \\t]*(?:>[ \\t]*)?(?:[-*+][ \\t]+)?([*_]{0,3})(${partNames})[ \\t]*([.:：=]?)[ \\t]*([*_]{0,3})[ \\t]*([.:：=]?)[ \\t]*(.*)$`,
  "i",
);

/**
 * A heading, bold word or plain word with a colon that begins the answer or the solution; `rest` follows it on the
 * line. Hints and notes are not parts of their own: a solver sees them.
 */
export function partStart(line: string): { name: PartName; rest: string } | undefined {
  const heading = headedPart.exec(line);
  if (heading?.[1] !== undefined) return { name: partName(heading[1]), rest: heading[2] ?? "" };
  const inline = inlinePart.exec(line);
  if (inline === null) return undefined;
  const [, opened = "", name = "", inside = "", closed = "", outside = "", tail = ""] = inline;
  const separated = /[:：=]/.test(`${inside}${outside}`);
  const marked = opened !== "" && closed === opened;
  if (!separated && !marked) return undefined;
  if (opened === "" || marked)
    return { name: partName(name), rest: `${opened === "" ? closed : ""}${tail}`.trim() };
  // `**Answer: 42**` closes the mark after the answer.
  const close = tail.indexOf(opened);
  return {
    name: partName(name),
    rest: (close < 0 ? tail : tail.slice(0, close) + tail.slice(close + opened.length)).trim(),
  };
}

function partName(text: string): PartName {
  return text.toLowerCase().endsWith("answer") ? "answer" : "solution";
}
