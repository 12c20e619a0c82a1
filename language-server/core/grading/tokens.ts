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

const dropped = new Set(
  "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits mathstrut strut rm bf it sf cal normalsize large Large huge small centering boldmath hfill relax nonumber noindent".split(
    " ",
  ),
);
const spaces = new Set([
  "quad",
  "qquad",
  "enspace",
  "enskip",
  "thinspace",
  "medspace",
  "thickspace",
  "negthinspace",
  "space",
  "hspace",
  "hskip",
  "phantom",
  "newline",
]);
const textCommands = new Set(
  "text textbf textit textrm textnormal textsf texttt textsc mathrm mathbf mathsf mathtt mathit mbox hbox operatorname emph boldsymbol bm underline pmb boxed fbox mathnormal ensuremath bold".split(
    " ",
  ),
);
const renamed: Readonly<Record<string, string>> = {
  dfrac: "frac",
  tfrac: "frac",
  cfrac: "frac",
  nicefrac: "frac",
  sfrac: "frac",
  dbinom: "binom",
  tbinom: "binom",
  varnothing: "emptyset",
  infin: "infty",
  degree: "circ",
  degrees: "circ",
  neg: "lnot",
  epsilon: "epsilon",
  varepsilon: "epsilon",
  vartheta: "theta",
  varphi: "phi",
  varrho: "rho",
  approxeq: "approx",
  simeq: "approx",
  cong: "approx",
  thickapprox: "approx",
  backslash: "setminus",
  smallsetminus: "setminus",
  rightarrow: "to",
  longrightarrow: "to",
  isin: "in",
  bigcup: "cup",
  bigcap: "cap",
  dots: "ldots",
  cdots: "ldots",
  dotsc: "ldots",
  arcctg: "arccot",
  tg: "tan",
  ctg: "cot",
  cosec: "csc",
  sgn: "sign",
};
const asSymbol: Readonly<Record<string, string>> = {
  cdot: "*",
  times: "*",
  ast: "*",
  bullet: "*",
  div: "/",
  le: "<=",
  leq: "<=",
  leqslant: "<=",
  leqq: "<=",
  ge: ">=",
  geq: ">=",
  geqslant: ">=",
  geqq: ">=",
  lt: "<",
  gt: ">",
  ne: "!=",
  neq: "!=",
  langle: "(",
  rangle: ")",
  lparen: "(",
  rparen: ")",
  lbrack: "[",
  rbrack: "]",
  lbrace: "\\{",
  rbrace: "\\}",
  vert: "|",
  lvert: "|",
  rvert: "|",
  colon: ":",
  And: "&",
  equiv: "=",
  coloneqq: "=",
};
const wordCommands: Readonly<Record<string, string>> = {
  pi: "pi",
  infinity: "infty",
  infty: "infty",
  inf: "infty",
  oo: "infty",
  sqrt: "sqrt",
  theta: "theta",
  alpha: "alpha",
  beta: "beta",
  lambda: "lambda",
  sin: "sin",
  cos: "cos",
  tan: "tan",
  cot: "cot",
  sec: "sec",
  csc: "csc",
  ln: "ln",
  log: "log",
  exp: "exp",
  arcsin: "arcsin",
  arccos: "arccos",
  arctan: "arctan",
  asin: "arcsin",
  acos: "arccos",
  atan: "arctan",
  sinh: "sinh",
  cosh: "cosh",
  tanh: "tanh",
  abs: "abs",
  floor: "floor",
  ceil: "ceil",
  gcd: "gcd",
  lcm: "lcm",
  max: "max",
  min: "min",
  union: "cup",
  cbrt: "cbrt",
  sqrtn: "sqrt",
  arccot: "arccot",
  arcsec: "arcsec",
  arccsc: "arccsc",
  lg: "lg",
  cis: "cis",
};

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

const isSym = (token: Token | undefined, v: string): boolean => token?.t === "sym" && token.v === v;
const three = /^\d{3}$/;

/** The part of a token that may stand between thousands groups, as the number of tokens it takes; 0 when none. */
function separatorAt(tokens: readonly Token[], i: number): { length: number; certain: boolean } {
  const a = tokens[i];
  const b = tokens[i + 1];
  if (a?.t === "grp" && a.items.length === 1 && isSym(a.items[0], ",")) return { length: 1, certain: true };
  if (isSym(a, ",") && (isSym(b, "\\!") || isSym(b, "\\,"))) return { length: 2, certain: isSym(b, "\\!") };
  if (isSym(a, "\\!") && isSym(b, ",")) return { length: 2, certain: true };
  if (isSym(a, ",") && a?.sp === false) return { length: 1, certain: false };
  if (isSym(a, "\\,")) return { length: 1, certain: true };
  return { length: 0, certain: false };
}

/**
 * Joins thousands groups (3 step 4): `1{,}234`, `10,\!080`, `1\,000` everywhere, `1,234` outside brackets only.
 * Spacing commands disappear.
 */
function joinThousands(tokens: readonly Token[], reading: CommaReading, inBrackets: boolean): Token[] {
  const out: Token[] = [];
  let depth = inBrackets ? 1 : 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.t === "grp") {
      out.push({ ...token, items: joinThousands(token.items, reading, depth > 0) });
      continue;
    }
    if (token.t === "sym") {
      if (token.v === "(" || token.v === "[" || token.v === "\\{") depth++;
      if (token.v === ")" || token.v === "]" || token.v === "\\}") depth--;
      if (token.v === "\\!" || token.v === "\\,") continue;
    }
    if (token.t !== "num" || !/^[1-9]\d{0,2}$/.test(token.v)) {
      out.push(token);
      continue;
    }
    const run = thousandsRun(tokens, i);
    const allowed = run && (run.certain || (depth <= 0 && reading === "thousands"));
    if (run && allowed) {
      out.push({
        t: "num",
        v: run.groups.join(""),
        sp: token.sp,
        ...(run.certain ? {} : { groups: run.groups }),
      });
      i = run.end - 1;
    } else out.push(token);
  }
  return out;
}

function thousandsRun(
  tokens: readonly Token[],
  start: number,
): { groups: string[]; certain: boolean; end: number } | null {
  const first = tokens[start];
  if (first?.t !== "num") return null;
  const groups = [first.v];
  let certain = true;
  let i = start + 1;
  for (;;) {
    const separator = separatorAt(tokens, i);
    const next = tokens[i + separator.length];
    const bareSpace = separator.length === 0 && next?.t === "num" && next.sp;
    if ((separator.length === 0 && !bareSpace) || next?.t !== "num") break;
    // A plain comma followed by a space separates a list; after `,\!` a space is only layout.
    const good = /^\d{3}(?:\.\d+)?$/.test(next.v) && (separator.certain || bareSpace || !next.sp);
    if (!good) {
      // `1,234,5` is a list as a whole, `1,234, 5` a number and then another entry.
      if (separator.length > 0 && !separator.certain && !next.sp) return null;
      break;
    }
    if (bareSpace && isSym(tokens[i + 1], "/")) break;
    if (!separator.certain && !bareSpace) certain = false;
    groups.push(next.v);
    i += separator.length + 1;
    if (!three.test(next.v)) break;
  }
  return groups.length > 1 ? { groups, certain, end: i } : null;
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
