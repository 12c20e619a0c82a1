import { asSymbol, dropped, renamed, spaces, textCommands, wordCommands } from "./latexTables.ts";
import { joinThousands } from "./thousands.ts";
import { unicodeToLatex } from "./unicode.ts";

/** `sp`: white space stood before the token. `roman`: it came from text mode (`\text`, `\mathrm`, ...). */
export type Token =
  | { readonly t: "num"; readonly v: string; readonly sp: boolean; readonly groups?: readonly string[] }
  | { readonly t: "let"; readonly v: string; readonly sp: boolean; readonly roman: boolean }
  | { readonly t: "word"; readonly v: string; readonly sp: boolean; readonly roman: boolean }
  | { readonly t: "cmd"; readonly v: string; readonly sp: boolean }
  | { readonly t: "sym"; readonly v: string; readonly sp: boolean }
  | { readonly t: "grp"; readonly items: readonly Token[]; readonly sp: boolean };

/** Thousands-separated numbers (`1,234`) are one number, or a list of numbers when the other side is a list. */
export type CommaReading = "thousands" | "list";

const maxDepth = 120;

class Scanner {
  readonly text: string;
  at = 0;
  /** Set when nesting is deeper than any answer needs. */
  tooDeep = false;
  constructor(text: string) {
    this.text = text;
  }

  /** Tokens up to the brace that closes the current group, or to the end. */
  group(depth: number, roman: boolean): Token[] {
    const out: Token[] = [];
    let sp = false;
    const push = (token: Token): void => {
      out.push(token);
      sp = false;
    };
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? "";
      if (c === "}") {
        if (depth > 0) return out;
        this.at++;
      } else if (c === " " || c === "\n" || c === "\t" || c === "\r" || c === "~") {
        sp = true;
        this.at++;
      } else if (c === "{") {
        if (depth >= maxDepth) {
          this.tooDeep = true;
          this.at = this.text.length;
          return out;
        }
        this.at++;
        const items = this.group(depth + 1, roman);
        this.at++;
        push({ t: "grp", items, sp });
      } else if (
        (c >= "0" && c <= "9") ||
        (c === "." && /^\.\d/.test(this.text.slice(this.at, this.at + 2)))
      ) {
        push({ t: "num", v: this.number(), sp });
      } else if ((c >= "a" && c <= "z") || (c >= "A" && c <= "Z")) {
        for (const token of this.letters(sp, roman)) push(token);
      } else if (c === "\\") {
        const before = out.length;
        sp = this.command(out, sp, depth, roman);
        if (out.length > before) sp = false;
      } else {
        const two = this.text.slice(this.at, this.at + 2);
        const double =
          two === "<=" || two === ">=" || two === "!=" || two === "**" || two === "==" || two === "=>"
            ? two
            : null;
        this.at += double ? 2 : 1;
        const v = double === "**" ? "^" : double === "==" ? "=" : double === "=>" ? ">=" : (double ?? c);
        push({ t: "sym", v, sp });
      }
    }
    return out;
  }

  private number(): string {
    const rest = this.text.slice(this.at, this.at + 2100);
    const match = /^\d*(?:\.\d+)?(?:[eE][+-]?\d{1,5}(?![\d.]))?/.exec(rest);
    const v = match?.[0] ?? rest[0] ?? "";
    this.at += v.length;
    return v;
  }

  private letters(sp: boolean, roman: boolean): Token[] {
    const run = /^[A-Za-z]+/.exec(this.text.slice(this.at, this.at + 2100))?.[0] ?? "";
    this.at += run.length;
    if (run.length === 1) return [{ t: "let", v: run, sp, roman }];
    const known = wordCommands[run] ?? wordCommands[run.toLowerCase()];
    // "120 min" is a time, `min(3, 4)` a function.
    const called = !/^m(?:in|ax)$/i.test(run) || /^\s{0,3}[({_]/.test(this.text.slice(this.at, this.at + 4));
    if (known !== undefined && called) return [{ t: "cmd", v: known, sp }];
    if (!roman) {
      // `sinx`, `cosx`, `lnx`: a function and one letter.
      const head = run.slice(0, -1);
      const fn = /^(?:sin|cos|tan|cot|sec|csc|ln|log)$/.test(head) ? wordCommands[head] : undefined;
      if (fn !== undefined)
        return [
          { t: "cmd", v: fn, sp },
          { t: "let", v: run.slice(-1), sp: true, roman: false },
        ];
    }
    return [{ t: "word", v: run, sp, roman }];
  }

  /** Reads one backslash command into `out`; says whether white space now precedes the next token. */
  private command(out: Token[], spBefore: boolean, depth: number, roman: boolean): boolean {
    const next = this.text[this.at + 1] ?? "";
    if (!/[A-Za-z]/.test(next)) {
      this.at += 2;
      if (next === "\\") out.push({ t: "sym", v: "\\\\", sp: spBefore });
      else if (next === "{" || next === "}") out.push({ t: "sym", v: `\\${next}`, sp: spBefore });
      else if (next === "$") out.push({ t: "sym", v: "\\$", sp: spBefore });
      else if (next === "%" || next === "&" || next === "#" || next === "_")
        out.push({ t: "sym", v: next, sp: spBefore });
      else if (next === "|") out.push({ t: "sym", v: "|", sp: spBefore });
      else if (next === "!" || next === ",")
        out.push({ t: "sym", v: next === "!" ? "\\!" : "\\,", sp: spBefore });
      else if (next === "(" || next === ")" || next === "[" || next === "]") return spBefore;
      else return true;
      return false;
    }
    const name = /^[A-Za-z]+/.exec(this.text.slice(this.at + 1, this.at + 40))?.[0] ?? "";
    this.at += 1 + name.length;
    if (name === "left" || name === "right") {
      const dot = /^\s*\./.exec(this.text.slice(this.at, this.at + 8));
      if (dot && !/^\s*\.\d/.test(this.text.slice(this.at, this.at + 9))) this.at += dot[0].length;
      return spBefore;
    }
    if (dropped.has(name)) return spBefore;
    if (spaces.has(name)) {
      this.skipGroup();
      return true;
    }
    if (name === "color" || name === "textcolor") {
      this.skipGroup();
      return spBefore;
    }
    if (name === "operatorname" && this.text[this.at] === "*") this.at++;
    if (textCommands.has(name)) {
      const inner = /^\s*\{/.exec(this.text.slice(this.at, this.at + 20));
      if (!inner) return spBefore;
      if (depth >= maxDepth) {
        this.tooDeep = true;
        this.at = this.text.length;
        return false;
      }
      this.at += inner[0].length;
      const upright =
        roman ||
        !/^(?:boxed|fbox|mathbf|boldsymbol|bm|mathit|underline|pmb|mathnormal|ensuremath)$/.test(name);
      const endsInSpace = (): boolean => /\s/.test(this.text[this.at - 1] ?? "");
      const items = this.group(depth + 1, upright);
      const trailing = endsInSpace();
      this.at++;
      items.forEach((token, i) => {
        out.push(i === 0 && spBefore ? { ...token, sp: true } : token);
      });
      return trailing;
    }
    if (name === "mathbb" || name === "mathcal" || name === "mathfrak" || name === "Bbb") {
      const letter = /^\s*(?:\{\s*([A-Za-z])\s*\}|([A-Za-z]))/.exec(this.text.slice(this.at, this.at + 20));
      if (letter) this.at += letter[0].length;
      out.push({ t: "cmd", v: `bb${letter?.[1] ?? letter?.[2] ?? ""}`, sp: spBefore });
      return false;
    }
    const symbol = asSymbol[name];
    if (symbol !== undefined) out.push({ t: "sym", v: symbol, sp: spBefore });
    else out.push({ t: "cmd", v: renamed[name] ?? name, sp: spBefore });
    return false;
  }

  private skipGroup(): void {
    const group = /^\{[^{}]{0,40}\}/.exec(this.text.slice(this.at, this.at + 44));
    if (group) this.at += group[0].length;
  }
}

/** Token tree of one answer. Null when it is nested too deeply to be an answer. */
export function tokenise(text: string, reading: CommaReading = "thousands"): Token[] | null {
  const scanner = new Scanner(unicodeToLatex(stripDelimiters(text)));
  const tokens = scanner.group(0, false);
  if (scanner.tooDeep) return null;
  return joinThousands(tokens, reading, false);
}

/** Removes layout around an answer: math delimiters, emphasis, quotes, one full stop (end of section 2). */
export function stripDelimiters(text: string): string {
  let s = text.trim();
  for (let round = 0; round < 12; round++) {
    const before = s;
    if (s.endsWith(".") && !s.endsWith("..") && s.length > 1) s = s.slice(0, -1).trimEnd();
    for (const [open, close] of [
      ["$$", "$$"],
      ["$", "$"],
      ["\\(", "\\)"],
      ["\\[", "\\]"],
      ["**", "**"],
      ["__", "__"],
      ["*", "*"],
      ["_", "_"],
      ['"', '"'],
      ["'", "'"],
      ["`", "`"],
      ["“", "”"],
    ] as const) {
      if (s.length > open.length + close.length && s.startsWith(open) && s.endsWith(close)) {
        const inner = s.slice(open.length, s.length - close.length);
        // `$3$ and $5$` or `\(a\), \(b\)`: the outer delimiters do not belong together.
        if (!inner.includes(close) && !(open === "$" && s.endsWith("\\$"))) s = inner.trim();
      }
    }
    if (s === before) break;
  }
  return s;
}

/** One canonical text for comparing and showing: no layout, spaces only between words, text case kept. */
export function canonicalText(tokens: readonly Token[]): string {
  let out = "";
  for (const token of tokens) {
    const piece =
      token.t === "grp" ? groupText(token.items, out) : token.t === "cmd" ? `\\${token.v}` : token.v;
    const wordy = token.t === "word" || token.t === "let";
    if (/[A-Za-z]$/.test(out) && /^[A-Za-z]/.test(piece) && (token.sp || wordy)) out += " ";
    else if (/\d$/.test(out) && /^[\d.]/.test(piece) && token.t !== "grp") out += " ";
    else if (/\d$/.test(out) && token.t === "word") out += " ";
    out += piece;
  }
  return out;
}

function groupText(items: readonly Token[], before: string): string {
  const inner = canonicalText(items);
  // `^{2}` and `^2`, `_{8}` and `_8` are one thing; `{42}` on its own is 42.
  if (/[\^_]$/.test(before) && items.length === 1 && /^(?:[A-Za-z]|\d+)$/.test(inner)) return inner;
  if (before === "" || /[=,(]$/.test(before)) {
    return items.length > 0 && !/[,;]/.test(inner) ? inner : `{${inner}}`;
  }
  return `{${inner}}`;
}
