/** Reducing published golds to the final answer (math-grading.md section 2, "Golds"). */

/** `27.0` is how some publishers write the whole number 27; every other lexeme is kept character by character. */
export function numberWithoutLoss(lexeme: string): string {
  const whole = /^(-?\d+)\.0+$/.exec(lexeme);
  if (whole?.[1] === undefined) return lexeme;
  return whole[1] === "-0" ? "0" : whole[1];
}

/**
 * The answer after the last `####` of a GSM8K solution, thousands commas removed; undefined without such a line,
 * empty when the line has nothing after the mark.
 */
export function answerAfterHashes(text: string): string | undefined {
  let found: string | undefined;
  for (const match of text.matchAll(/^[ \t]*####[ \t]*([^\r\n]*)/gm)) found = match[1];
  if (found === undefined) return undefined;
  const answer = found.trim();
  return /^[-+]?\$?\d{1,3}(,\d{3})+(\.\d+)?$/.test(answer) ? answer.replaceAll(",", "") : answer;
}

/** Index after the brace that closes the one at `open`; -1 if it never closes. A character after `\` is skipped. */
export function afterClosingBrace(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const character = text[i];
    if (character === "\\") i++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return i + 1;
  }
  return -1;
}

export interface Box {
  /** Trimmed content of the box. */
  readonly content: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The last non-blank `\boxed` or `\fbox` of a worked solution; undefined if there is none or it is unfinished.
 * Boxes that follow each other with nothing but separators between them make one answer: `2, 3`.
 */
export function lastBox(text: string): Box | undefined {
  const boxes: Box[] = [];
  for (const match of text.matchAll(/\\(?:boxed|fbox)(?![A-Za-z])\s*/g)) {
    const start = match.index;
    // A box inside the one just found belongs to its content.
    if (start < (boxes.at(-1)?.end ?? 0)) continue;
    const box = boxAt(text, start, start + match[0].length);
    if (box === null) return undefined;
    if (box !== undefined && box.content !== "") boxes.push(box);
  }
  let joined = boxes.pop();
  while (joined !== undefined) {
    const before = boxes.pop();
    if (before === undefined || !onlySeparators(text.slice(before.end, joined.start))) break;
    joined = { content: `${before.content}, ${joined.content}`, start: before.start, end: joined.end };
  }
  return joined;
}

/** Undefined for an empty box, null for one that never closes. */
function boxAt(text: string, start: number, at: number): Box | undefined | null {
  if (text[at] !== "{") {
    const token = /^(?:\\[A-Za-z]+|[^\s$.,;:{}\\]+)/.exec(text.slice(at, at + 200))?.[0];
    return token === undefined ? undefined : { content: token, start, end: at + token.length };
  }
  const end = afterClosingBrace(text, at);
  return end < 0 ? null : { content: withoutOuterBox(text.slice(at + 1, end - 1).trim()), start, end };
}

function onlySeparators(between: string): boolean {
  return (
    between.length < 60 &&
    /^(?:\s|[,;$~]|\\[()[\],;:! ]|\\q?quad\b|\band\b|\bor\b|\\text\{\s*,?\s*(?:and|or)\s*\})*$/.test(between)
  );
}

function withoutOuterBox(content: string): string {
  const inner = /^\\(?:boxed|fbox)\s*\{/.exec(content);
  if (inner === null) return content;
  const open = inner[0].length - 1;
  return afterClosingBrace(content, open) === content.length
    ? withoutOuterBox(content.slice(open + 1, -1).trim())
    : content;
}

/** Removes one pair of math delimiters or emphasis marks that encloses the whole text, as in `$42$` or `**42**`. */
export function withoutDelimiters(text: string): string {
  let rest = text.trim();
  for (;;) {
    const match =
      /^\$\$([^$]+)\$\$$/.exec(rest) ??
      /^\$([^$]+)\$$/.exec(rest) ??
      /^\\\(((?:(?!\\\)).)*)\\\)$/s.exec(rest) ??
      /^\\\[((?:(?!\\\]).)*)\\\]$/s.exec(rest) ??
      /^\*\*([^*]+)\*\*$/.exec(rest) ??
      /^\*([^*]+)\*$/.exec(rest) ??
      /^__([^_]+)__$/.exec(rest) ??
      /^`([^`]+)`$/.exec(rest);
    if (match?.[1] === undefined) return rest;
    rest = match[1].trim();
  }
}
