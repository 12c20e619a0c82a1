/**
 * A small Markdown with mathematics, parsed into plain data. Model text never becomes HTML: what is not one of these
 * forms stays text, links are shown and not followed, images are not loaded.
 */

export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly children: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "math"; readonly tex: string; readonly source: string };

export type Block =
  /** `continued`: the next part of a paragraph too long to be drawn in one piece. */
  | { readonly kind: "paragraph"; readonly source: string; readonly continued: boolean }
  | { readonly kind: "heading"; readonly level: number; readonly source: string }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly string[];
    }
  | { readonly kind: "quote"; readonly source: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "math"; readonly tex: string; readonly source: string }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: "rule" };

/** Lines; thoughts often have no blank line for pages. */
const longestParagraph = 20;
/** Characters that an inline formula may span. */
const longestInline = 2000;

const displayPairs: readonly (readonly [string, string])[] = [
  ["$$", "$$"],
  ["\\[", "\\]"],
];
const environment =
  /^\\begin\{(align|aligned|equation|gather|cases|array|[pbvBV]?matrix|multline|eqnarray)(\*?)\}/;
const bullet = /^\s{0,3}([-*+])\s+(.*)$/;
const numbered = /^\s{0,3}(\d{1,4})[.)]\s+(.*)$/;

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());

/** Takes a display formula that begins at `line`; null when it does not or never ends. */
function displayMath(lines: readonly string[], at: number): { block: Block; next: number } | null {
  const line = lines[at]?.trimStart() ?? "";
  const begin = environment.exec(line);
  const pair = begin === null ? displayPairs.find(([open]) => line.startsWith(open)) : undefined;
  const close = begin === null ? pair?.[1] : `\\end{${begin[1]}${begin[2]}}`;
  if (close === undefined) return null;
  const skip = pair?.[0].length ?? 0;
  let source = line;
  for (let end = at; end < lines.length && end < at + 80; end++) {
    if (end > at) source += `\n${lines[end]}`;
    const found = source.indexOf(close, skip);
    if (found < 0) continue;
    const rest = source.slice(found + close.length).trim();
    // Text behind the formula on its line: a paragraph with the formula inside reads better.
    if (rest.replace(/^[.,;:]$/, "") !== "") return null;
    const tex = begin === null ? source.slice(skip, found) : source.slice(0, found + close.length);
    return { block: { kind: "math", tex: tex.trim(), source: source.trim() }, next: end + 1 };
  }
  return null;
}

/** Splits a text into blocks. Linear in its length but for unclosed formulas, which are looked ahead 80 lines. */
export function parseBlocks(text: string): Block[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    for (let from = 0; from < paragraph.length; from += longestParagraph)
      blocks.push({
        kind: "paragraph",
        source: paragraph.slice(from, from + longestParagraph).join("\n"),
        continued: from > 0,
      });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const fence = /^\s{0,3}(```+|~~~+)/.exec(line);
    if (fence !== null) {
      flush();
      const mark = fence[1] ?? "```";
      let end = at + 1;
      while (end < lines.length && !(lines[end] ?? "").trimStart().startsWith(mark)) end++;
      blocks.push({ kind: "code", text: lines.slice(at + 1, end).join("\n") });
      at = end + 1;
      continue;
    }
    const math = displayMath(lines, at);
    if (math !== null) {
      flush();
      blocks.push(math.block);
      at = math.next;
      continue;
    }
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const item = bullet.exec(line) ?? numbered.exec(line);
    if (line.trim() === "") flush();
    else if (heading !== null) {
      flush();
      blocks.push({ kind: "heading", level: heading[1]?.length ?? 1, source: heading[2] ?? "" });
    } else if (/^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(line)) {
      flush();
      blocks.push({ kind: "rule" });
    } else if (/^\s{0,3}>/.test(line)) {
      flush();
      const quoted: string[] = [];
      while (at < lines.length && /^\s{0,3}>/.test(lines[at] ?? ""))
        quoted.push((lines[at++] ?? "").replace(/^\s{0,3}> ?/, ""));
      blocks.push({ kind: "quote", source: quoted.join("\n") });
      continue;
    } else if (
      line.includes("|") &&
      /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/.test(lines[at + 1] ?? "")
    ) {
      flush();
      const rows: string[][] = [];
      const head = cells(line);
      at += 2;
      while (at < lines.length && (lines[at] ?? "").includes("|")) rows.push(cells(lines[at++] ?? ""));
      blocks.push({ kind: "table", head, rows });
      continue;
    } else if (item !== null) {
      flush();
      const ordered = numbered.test(line) && !bullet.test(line);
      const form = ordered ? numbered : bullet;
      const items: string[] = [];
      while (at < lines.length) {
        const next = form.exec(lines[at] ?? "");
        if (next !== null) items.push(next[2] ?? "");
        else if (/^\s{2,}\S/.test(lines[at] ?? "") && items.length > 0)
          items[items.length - 1] += `\n${(lines[at] ?? "").trim()}`;
        else break;
        at++;
      }
      blocks.push({ kind: "list", ordered, start: ordered ? Number(item[1]) : 1, items });
      continue;
    } else paragraph.push(line);
    at++;
  }
  flush();
  return blocks;
}

const wordChar = /[\p{L}\p{N}]/u;

/** Where the braces that open at `at` close, exclusive; -1 when they do not within 2,000 characters. */
function closingBrace(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length && i < at + 2000; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "{") depth++;
    else if (text[i] === "}" && --depth === 0) return i + 1;
  }
  return -1;
}

/** A formula at `at`: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, or a bare `\boxed{…}` as models write it. */
function inlineMath(text: string, at: number): { tex: string; end: number } | null {
  for (const [open, close] of [
    ["$$", "$$"],
    ["\\(", "\\)"],
    ["\\[", "\\]"],
  ] as const) {
    if (!text.startsWith(open, at)) continue;
    const from = at + open.length;
    const length = text.slice(from, from + longestInline).indexOf(close);
    const end = from + length;
    if (length > 0) return { tex: text.slice(at + open.length, end), end: end + close.length };
  }
  if (text.startsWith("\\boxed{", at)) {
    const end = closingBrace(text, at + "\\boxed".length);
    if (end < 0) return null;
    const body = text.slice(at + "\\boxed{".length, end - 1);
    // `\boxed{Yes}` is a word, not a product of letters.
    const words = /^[A-Za-z]{2,}[A-Za-z ]*$/.test(body);
    return { tex: words ? `\\boxed{\\text{${body}}}` : text.slice(at, end), end };
  }
  if (text[at] !== "$" || /\s/.test(text[at + 1] ?? " ")) return null;
  for (let end = at + 1; end < text.length; end++) {
    const character = text[end];
    if (character === "\\") end++;
    else if (character === "\n" && text[end + 1] === "\n") return null;
    else if (character === "$") {
      // Two sums of money are not a formula: no blank before the closing sign, no digit after it.
      const money = /\s/.test(text[end - 1] ?? "") || /\d/.test(text[end + 1] ?? "");
      return money ? null : { tex: text.slice(at + 1, end), end: end + 1 };
    }
  }
  return null;
}

/** Splits a line of text into its inline forms. */
export function parseInline(text: string, depth = 0): Inline[] {
  const out: Inline[] = [];
  let plain = "";
  const put = (inline: Inline): void => {
    if (plain !== "") out.push({ kind: "text", text: plain });
    plain = "";
    out.push(inline);
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? "";
    if (character === "$" || character === "\\") {
      const math = inlineMath(text, at);
      if (math !== null) {
        put({ kind: "math", tex: math.tex, source: text.slice(at, math.end) });
        at = math.end;
        continue;
      }
      if (character === "\\" && /[\\$*_`#[\]()|-]/.test(text[at + 1] ?? "")) {
        plain += text[at + 1];
        at += 2;
        continue;
      }
    } else if (character === "`") {
      const end = text.indexOf("`", at + 1);
      if (end > at + 1) {
        put({ kind: "code", text: text.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
    } else if ((character === "*" || character === "_") && depth < 4 && !wordChar.test(text[at - 1] ?? "")) {
      const mark = text[at + 1] === character ? character + character : character;
      const from = at + mark.length;
      const end = /\s/.test(text[from] ?? " ") ? -1 : text.indexOf(mark, from + 1);
      const closes =
        end > 0 && !/\s/.test(text[end - 1] ?? "") && !wordChar.test(text[end + mark.length] ?? "");
      if (closes) {
        const children = parseInline(text.slice(from, end), depth + 1);
        put({ kind: mark.length === 2 ? "strong" : "emphasis", children });
        at = end + mark.length;
        continue;
      }
      plain += mark;
      at = from;
      continue;
    }
    plain += character;
    at++;
  }
  if (plain !== "") out.push({ kind: "text", text: plain });
  return out;
}
