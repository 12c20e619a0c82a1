/** `final answer is`, `answer is`, `answer:`, `answer =`, `correct option is` (section 2 step 7). */
const phrase =
  /\b(?:answers?\*{0,2}\s{0,3}(?:is\b|are\b|:|=)|final answer\*{0,2}\s{0,2}\n|(?:correct|right|best)\s(?:option|choice|answer)\*{0,2}\s(?:is\b|:)|(?:option|choice)\sis\b)/gi;
const negation = /^(?:not\b|n't|neither\b|unclear\b|unknown\b|incorrect\b|wrong\b|never\b)/i;

export interface PhraseAnswer {
  /** Null when every phrase is negated. */
  readonly text: string | null;
}

/** The text after the last phrase that announces the answer; null when there is no phrase. */
export function answerFromPhrase(text: string): PhraseAnswer | null {
  const ends: number[] = [];
  for (const match of text.matchAll(phrase)) ends.push(match.index + match[0].length);
  if (ends.length === 0) return null;
  for (let i = ends.length - 1, tried = 0; i >= 0 && tried < 50; i--, tried++) {
    const rest = text.slice(ends[i], (ends[i] ?? 0) + 4000).replace(/^[\s*:_=]+/, "");
    if (rest === "" || negation.test(rest)) continue;
    const found = formulas(rest) ?? sentence(rest);
    if (found.trim() !== "") return { text: found.trim() };
  }
  return { text: null };
}

const delimiters: readonly (readonly [string, string])[] = [
  ["$$", "$$"],
  ["\\[", "\\]"],
  ["\\(", "\\)"],
  ["$", "$"],
];

function formulaAt(text: string): { inner: string; length: number } | null {
  for (const [open, close] of delimiters) {
    if (!text.startsWith(open)) continue;
    const end = text.indexOf(close, open.length);
    if (end < 0) return null;
    const inner = text.slice(open.length, end).trim();
    if (inner === "" || (open === "$" && isCurrency(inner))) return null;
    return { inner, length: end + close.length };
  }
  return null;
}

/** `$5 because he had $3`: the dollar signs are money, not delimiters. */
const isCurrency = (inner: string): boolean =>
  /^\d/.test(inner) && (inner.includes("\n") || /(?:^|[^\\A-Za-z{])[A-Za-z]{3,}\s/.test(inner));

/** One formula, or several joined by commas, "and", "or". */
function formulas(rest: string): string | null {
  const first = formulaAt(rest);
  if (!first) return null;
  let out = first.inner;
  let at = first.length;
  for (let i = 0; i < 20; i++) {
    const joint = /^(?:\s*,)?\s*(?:and|or)?\s*(?=[$\\])/.exec(rest.slice(at, at + 20));
    const next = joint && joint[0].trim() !== "" ? formulaAt(rest.slice(at + joint[0].length)) : null;
    if (!joint || !next) break;
    out += `${/or/.test(joint[0]) ? " or " : ", "}${next.inner}`;
    at += joint[0].length + next.length;
  }
  return out;
}

/** The line up to the end of the sentence, a clause, or a reason. */
function sentence(rest: string): string {
  let line = rest.split("\n", 1)[0] ?? "";
  line = line.replace(/\*\*|__/g, "");
  const cuts = [/\.(?=\s|$)/, /,\s+(?!and\b|or\b)[A-Za-z]{2,}/, /\s(?:because|since|which|where)\b/i];
  for (const cut of cuts) {
    const match = cut.exec(line);
    if (match && match.index > 0) line = line.slice(0, match.index);
  }
  line = line.trim();
  // "The largest $n$ is 34": the value behind the verb.
  const told = /^(?:the|our|this|that|its|it|there)\b/i.test(line)
    ? Math.max(line.lastIndexOf(" is "), line.lastIndexOf(" are "), line.lastIndexOf(" equals "))
    : -1;
  if (told > 0) line = line.slice(told).replace(/^\s(?:is|are|equals)\s+/, "");
  const letter = /^\(?([A-J])\)\.?$/.exec(line);
  return letter?.[1] ?? line;
}

/** A formula that ends the text, then bold at the end (step 8). */
export function formulaAtEnd(text: string): string | null {
  const end = text.trimEnd().replace(/\.$/, "").trimEnd();
  for (const [open, close] of delimiters) {
    if (!end.endsWith(close) || end.length <= open.length + close.length) continue;
    const start = end.lastIndexOf(open, end.length - close.length - 1);
    if (start < 0) continue;
    const inner = end.slice(start + open.length, end.length - close.length).trim();
    if (inner !== "" && !inner.includes("\n\n") && inner.length <= 2000) return inner;
  }
  return null;
}

export function boldAtEnd(text: string): string | null {
  const end = text.trimEnd().replace(/\.$/, "").trimEnd();
  if (!end.endsWith("**")) return null;
  const start = end.lastIndexOf("**", end.length - 3);
  const inner = start < 0 ? "" : end.slice(start + 2, -2).trim();
  return inner !== "" && !inner.includes("\n") && inner.length <= 300 ? inner : null;
}
