/** A `\boxed` or `\fbox` in a text: `content` is null when it is not finished. */
export interface FoundBox {
  readonly content: string | null;
  readonly start: number;
  readonly end: number;
}

const opener = /\\(?:boxed|fbox)(?![A-Za-z])/g;

/** All boxes from left to right, outermost only; braces are counted and a character after a backslash is skipped. */
export function findBoxes(text: string): FoundBox[] {
  const boxes: FoundBox[] = [];
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    let at = match.index + match[0].length;
    while (/\s/.test(text[at] ?? "")) at++;
    if (text[at] === "{") {
      const end = closingBrace(text, at);
      boxes.push({
        content: end < 0 ? null : text.slice(at + 1, end).trim(),
        start: match.index,
        end: end < 0 ? text.length : end + 1,
      });
      // Nothing after an unfinished box can be finished outside it.
      if (end < 0) break;
      opener.lastIndex = end + 1;
    } else {
      const token = bareToken(text, at);
      boxes.push({ content: token, start: match.index, end: at + token.length });
      opener.lastIndex = Math.max(opener.lastIndex, at + token.length);
    }
  }
  return boxes;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const c = text[i];
    if (c === "\\") i++;
    else if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return i;
  }
  return -1;
}

/** `\boxed 9`, `\boxed9`: up to space, dollar or punctuation; a decimal point belongs to the number. */
function bareToken(text: string, at: number): string {
  let end = at;
  while (end < text.length) {
    const c = text[end] ?? "";
    const decimal =
      (c === "." || c === ",") && /\d/.test(text[end - 1] ?? "") && /\d/.test(text[end + 1] ?? "");
    if (/[\s$,.;:!?]/.test(c) && !decimal) break;
    end++;
  }
  return text.slice(at, end);
}

const blank = (content: string): boolean => /^(?:\s|\.|\\ldots|\\dots|\\cdots|~)*$/.test(content);
/** What may stand between two boxes that belong to one answer (section 2 step 4). */
const between = /^(?:\s|[,;$]|\\[()[\],;:!]|\\q?quad|\\ |and|or|\\text\s?\{\s*,?\s*(?:and|or|,)\s*\})*$/;

export interface BoxAnswer {
  readonly text: string | null;
  /** The last box was not finished. */
  readonly cut: boolean;
}

/** The answer in the boxes of a text; null when there is no box with anything in it. */
export function answerFromBoxes(text: string): BoxAnswer | null {
  const boxes = findBoxes(text).filter((b) => b.content === null || !blank(b.content));
  const last = boxes.at(-1);
  if (!last) return null;
  if (last.content === null) return { text: null, cut: true };
  const parts = [unwrapBox(last.content)];
  for (let i = boxes.length - 2; i >= 0 && parts.length < 64; i--) {
    const box = boxes[i];
    const next = boxes[i + 1];
    if (!box || !next || box.content === null) break;
    const gap = text.slice(box.end, next.start);
    if (gap.length > 120 || !between.test(gap)) break;
    parts.unshift(unwrapBox(box.content));
  }
  return { text: parts.join(", "), cut: false };
}

/** The text up to a box that it leaves open: what is written elsewhere cannot finish it. */
export function withoutOpenBox(text: string): string {
  const open = findBoxes(text).find(({ content }) => content === null);
  return open === undefined ? text : text.slice(0, open.start);
}

/** Where the last finished, non-blank box ends; 0 without one. */
export function endOfLastBox(text: string): number {
  return findBoxes(text).findLast((b) => b.content !== null && !blank(b.content))?.end ?? 0;
}

/** The last finished, non-blank box, whatever follows it (thoughts that were cut off). */
export function lastCompleteBox(text: string): string | null {
  const box = findBoxes(text).findLast((b) => b.content !== null && !blank(b.content));
  return box?.content == null ? null : unwrapBox(box.content);
}

function unwrapBox(content: string): string {
  let inner = content;
  for (let i = 0; i < 20; i++) {
    const boxes = findBoxes(inner);
    const [only] = boxes;
    if (boxes.length !== 1 || only?.content == null || only.start !== 0 || only.end !== inner.length) break;
    inner = only.content;
  }
  return inner;
}
