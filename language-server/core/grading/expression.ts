import { accents, functions, greek, inverse } from "./functionTables.ts";
import type { Node, ReadingContext } from "./nodes.ts";
import { literal, number, product, sum, Unreadable } from "./nodes.ts";
import { rational } from "./rational.ts";
import type { Token } from "./tokens.ts";

class Parser {
  private readonly tokens: Token[];
  private readonly context: ReadingContext;
  private at = 0;
  private bars = 0;
  private readonly depth: number;

  constructor(tokens: readonly Token[], context: ReadingContext, depth: number) {
    if (depth > 130) throw new Unreadable("too deep");
    // A copy, because `\\frac12` splits a number token in place.
    this.tokens = [...tokens];
    this.context = context;
    this.depth = depth;
  }

  whole(): Node {
    const over = this.tokens.findIndex((t) => t.t === "cmd" && t.v === "over");
    if (over > 0) {
      return {
        op: "div",
        a: this.inner(this.tokens.slice(0, over)),
        b: this.inner(this.tokens.slice(over + 1)),
      };
    }
    const node = this.sum();
    if (this.at < this.tokens.length) throw new Unreadable("rest");
    return node;
  }

  private peek(offset = 0): Token | undefined {
    return this.tokens[this.at + offset];
  }
  private isSym(v: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token?.t === "sym" && token.v === v;
  }
  private take(): Token {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Unreadable("end");
    return token;
  }
  private inner(items: readonly Token[]): Node {
    return new Parser(items, this.context, this.depth + 1).whole();
  }

  private sum(): Node {
    const args: Node[] = [];
    let sign = 1;
    if (this.isSym("+")) this.at++;
    args.push(this.term());
    for (;;) {
      if (this.isSym("+")) sign = 1;
      else if (this.isSym("-")) sign = -1;
      else break;
      this.at++;
      const next = this.term();
      args.push(sign < 0 ? { op: "neg", arg: next } : next);
    }
    return sum(args);
  }

  private term(): Node {
    if (this.isSym("-")) {
      this.at++;
      return { op: "neg", arg: this.term() };
    }
    if (this.isSym("+")) {
      this.at++;
      return this.term();
    }
    let left = this.factor(false);
    for (;;) {
      if (this.isSym("*")) {
        this.at++;
        left = this.times(left, this.signedFactor());
      } else if (this.isSym("/")) {
        this.at++;
        left = { op: "div", a: left, b: this.signedFactor(), literal: true };
      } else if (this.startsFactor()) left = this.juxtapose(left);
      else return left;
    }
  }

  private times(a: Node, b: Node): Node {
    return product([...(a.op === "mul" ? a.args : [a]), b]);
  }
  private signedFactor(): Node {
    if (this.isSym("-")) {
      this.at++;
      return { op: "neg", arg: this.signedFactor() };
    }
    if (this.isSym("+")) this.at++;
    return this.factor(false);
  }

  /** Implicit product, or a mixed number when an integer stands directly before a fraction of integers. */
  private juxtapose(left: Node): Node {
    const token = this.peek();
    const whole =
      left.op === "num" &&
      left.decimal === undefined &&
      left.value.d === 1n &&
      this.tokens[this.at - 1]?.t === "num";
    if (whole && token?.t === "cmd" && token.v === "frac") {
      const fraction = this.factor(false);
      const proper = fraction.op === "div" && plainInteger(fraction.a) && plainInteger(fraction.b);
      return proper ? sum([left, fraction]) : this.times(left, fraction);
    }
    const slash = this.peek(1);
    const below = this.peek(2);
    if (token?.t === "num") {
      // `7 3/4`; two other numbers side by side have no meaning.
      const mixed =
        whole &&
        token.sp &&
        /^\d+$/.test(token.v) &&
        slash?.t === "sym" &&
        slash.v === "/" &&
        below?.t === "num" &&
        /^\d+$/.test(below.v);
      if (!mixed) throw new Unreadable("two numbers");
      this.at += 3;
      return sum([left, { op: "div", a: literal(token.v), b: literal(below.v) }]);
    }
    return this.times(left, this.factor(false));
  }

  private startsFactor(): boolean {
    const token = this.peek();
    if (token === undefined) return false;
    if (token.t === "sym") return token.v === "(" || token.v === "[" || (token.v === "|" && this.bars === 0);
    if (token.t === "cmd")
      return ![
        "cup",
        "cap",
        "in",
        "to",
        "pm",
        "mp",
        "approx",
        "setminus",
        "rfloor",
        "rceil",
        "mid",
        "ldots",
        "end",
        "over",
        "circ",
      ].includes(token.v);
    return true;
  }

  /** Primary with postfix `!`, primes, subscripts and powers. */
  private factor(insideFunction: boolean): Node {
    let node = this.primary(insideFunction);
    for (;;) {
      if (this.isSym("!")) {
        this.at++;
        if (this.isSym("!")) throw new Unreadable("double factorial");
        node = { op: "fact", arg: node };
      } else if (this.isSym("^") && isDegreeSign(this.peek(1))) {
        // Inside a formula (`\\cos 60^\\circ`) a degree is a number of radians.
        this.at += 2;
        node = { op: "div", a: { op: "mul", args: [node, { op: "const", name: "pi" }] }, b: number(180) };
      } else if (this.isSym("^")) {
        this.at++;
        node = { op: "pow", a: node, b: this.exponent() };
      } else return node;
    }
  }

  private exponent(): Node {
    const token = this.take();
    if (token.t === "grp") return this.inner(token.items);
    if (token.t === "num") return literal(token.v);
    if (token.t === "sym" && (token.v === "-" || token.v === "+")) {
      const value = this.exponent();
      return token.v === "-" ? { op: "neg", arg: value } : value;
    }
    this.at--;
    // `2^x`, `e^\pi`, `10^(3)`: one primary; `2^n!` keeps the factorial outside, as LaTeX sets it.
    return this.primary(true);
  }

  /** One LaTeX argument: a group, or one digit, letter or command. */
  private argument(): Node {
    const token = this.peek();
    if (token?.t === "grp") {
      this.at++;
      return this.inner(token.items);
    }
    if (token?.t === "num") return this.digitArgument(token);
    if (token?.t === "word") throw new Unreadable("word argument");
    return this.primary(true);
  }

  /** `\frac12`: the first digit is the argument, the others stay. Handled by a shadow token list. */
  private digitArgument(token: Token & { t: "num" }): Node {
    const head = token.v[0] ?? "0";
    const rest = token.v.slice(1);
    if (rest === "") this.at++;
    else this.tokens[this.at] = { t: "num", v: rest, sp: false };
    return literal(head);
  }

  private primary(insideFunction: boolean): Node {
    const token = this.take();
    switch (token.t) {
      case "num":
        return literal(token.v);
      case "grp":
        return this.inner(token.items);
      case "let":
        return this.letter(token.v);
      case "word":
        return this.word(token.v, token.roman);
      case "sym":
        return this.bracket(token.v);
      case "cmd":
        return this.command(token.v, insideFunction);
    }
  }

  private letter(name: string): Node {
    const suffix = this.suffix();
    if (suffix === "") {
      if (name === "e") return { op: "const", name: "e" };
      if (name === "i" && this.context.imaginary) return { op: "const", name: "i" };
    }
    return { op: "var", name: name + suffix };
  }

  /** Subscript and primes belong to the name: `x_1`, `f'`. */
  private suffix(): string {
    let out = "";
    for (;;) {
      if (this.isSym("_")) {
        const next = this.peek(1);
        if (next === undefined) throw new Unreadable("subscript");
        out += `_${flatText(next)}`;
        this.at += 2;
      } else if (this.isSym("'")) {
        out += "'";
        this.at++;
      } else return out;
    }
  }

  private word(word: string, roman: boolean): Node {
    if (functions.has(word)) return this.apply(word);
    if (roman) throw new Unreadable("text in a formula");
    // Letters side by side are a product: `ab`, `xy`. A suffix or a power belongs to the last one.
    if (word.length > 6) throw new Unreadable("a word in a formula");
    const letters = [...word];
    const lastLetter = letters.pop() ?? "";
    const factors = letters.map(
      (c): Node =>
        c === "e"
          ? { op: "const", name: "e" }
          : c === "i" && this.context.imaginary
            ? { op: "const", name: "i" }
            : { op: "var", name: c },
    );
    let last = this.letter(lastLetter);
    while (this.isSym("^") || this.isSym("!")) {
      if (this.isSym("!")) {
        this.at++;
        last = { op: "fact", arg: last };
      } else {
        this.at++;
        last = { op: "pow", a: last, b: this.exponent() };
      }
    }
    return product([...factors, last]);
  }

  /** Index after the bracket that closes the one just taken. */
  private closing(open: string, close: string): number {
    let depth = 1;
    for (let i = this.at; i < this.tokens.length; i++) {
      const token = this.tokens[i];
      if (token?.t !== "sym") continue;
      if (token.v === open) depth++;
      else if (token.v === close && --depth === 0) return i;
    }
    throw new Unreadable("bracket");
  }

  private bracket(v: string): Node {
    if (v === "(" || v === "[") {
      const end = this.closing(v, v === "(" ? ")" : "]");
      const inner = this.inner(this.tokens.slice(this.at, end));
      this.at = end + 1;
      return inner;
    }
    if (v === "|") {
      this.bars++;
      const inner = this.sum();
      if (!this.isSym("|")) throw new Unreadable("bar");
      this.at++;
      this.bars--;
      return { op: "fn", name: "abs", args: [inner] };
    }
    if (v === "-") return { op: "neg", arg: this.primary(false) };
    throw new Unreadable(v);
  }

  private command(name: string, _insideFunction: boolean): Node {
    if (name === "frac") {
      const a = this.argument();
      return { op: "div", a, b: this.argument(), literal: true };
    }
    if (name === "sqrt" || name === "cbrt") return this.root(name === "cbrt" ? 3 : 2);
    if (name === "binom") {
      const n = this.argument();
      return { op: "fn", name: "binom", args: [n, this.argument()] };
    }
    if (name === "pi") return { op: "const", name: "pi" };
    if (name === "infty") return { op: "const", name: "inf" };
    if (functions.has(name)) return this.apply(name);
    if (name === "lfloor" || name === "lceil") {
      const end = this.closingCommand(name, name === "lfloor" ? "rfloor" : "rceil");
      const inner = this.inner(this.tokens.slice(this.at, end));
      this.at = end + 1;
      return { op: "fn", name: name === "lfloor" ? "floor" : "ceil", args: [inner] };
    }
    if (greek.has(name)) return { op: "var", name: `\\${name}${this.suffix()}` };
    if (accents.has(name)) {
      const next = this.take();
      return { op: "var", name: `\\${name}{${flatText(next)}}${this.suffix()}` };
    }
    throw new Unreadable(name);
  }

  private closingCommand(open: string, close: string): number {
    let depth = 1;
    for (let i = this.at; i < this.tokens.length; i++) {
      const token = this.tokens[i];
      if (token?.t !== "cmd") continue;
      if (token.v === open) depth++;
      else if (token.v === close && --depth === 0) return i;
    }
    throw new Unreadable("floor");
  }

  private root(plainDegree: number): Node {
    let degree: Node = number(plainDegree);
    if (this.isSym("[")) {
      this.at++;
      const end = this.closing("[", "]");
      degree = this.inner(this.tokens.slice(this.at, end));
      this.at = end + 1;
    }
    const arg = this.isSym("(") ? this.primary(false) : this.argument();
    return { op: "root", arg, degree };
  }

  /** A named function: optional base or power, then brackets or the following product. */
  private apply(name: string): Node {
    let base: Node | null = null;
    let exponent: Node | null = null;
    for (;;) {
      if (this.isSym("_")) {
        this.at++;
        base = this.argument();
      } else if (this.isSym("^")) {
        this.at++;
        exponent = this.exponent();
      } else break;
    }
    const args = this.callArguments();
    const minusOne = exponent?.op === "neg" && isOne(exponent.arg);
    const inverted = minusOne ? inverse[name] : undefined;
    const value = this.call(inverted ?? name, args, base);
    return exponent && inverted === undefined ? { op: "pow", a: value, b: exponent } : value;
  }

  private call(name: string, args: readonly Node[], base: Node | null): Node {
    if (name === "log" || name === "lg") {
      const [x] = args;
      if (!x) throw new Unreadable("log");
      if (base) return { op: "fn", name: "log", args: [x, base] };
      if (name === "log" && this.context.naturalLog) return { op: "fn", name: "ln", args: [x] };
      return { op: "fn", name: "log", args: [x, number(10)] };
    }
    if (base) throw new Unreadable("base");
    if (name === "exp" && args[0]) return { op: "pow", a: { op: "const", name: "e" }, b: args[0] };
    if (name === "cis" && args[0]) {
      return sum([
        { op: "fn", name: "cos", args },
        product([
          { op: "const", name: "i" },
          { op: "fn", name: "sin", args },
        ]),
      ]);
    }
    return { op: "fn", name, args };
  }

  private callArguments(): Node[] {
    if (this.isSym("(") || this.isSym("[")) {
      const open = this.isSym("(") ? "(" : "[";
      this.at++;
      const end = this.closing(open, open === "(" ? ")" : "]");
      const parts: Node[] = [];
      let start = this.at;
      let depth = 0;
      for (let i = this.at; i <= end; i++) {
        const token = this.tokens[i];
        if (token?.t === "sym" && (token.v === "(" || token.v === "[")) depth++;
        if (token?.t === "sym" && (token.v === ")" || token.v === "]") && i < end) depth--;
        if (i === end || (depth === 0 && token?.t === "sym" && token.v === ",")) {
          parts.push(this.inner(this.tokens.slice(start, i)));
          start = i + 1;
        }
      }
      this.at = end + 1;
      return parts;
    }
    // `\sin 2x`, `\ln x^2`: the product that follows, up to the next function, sign or division.
    const factors: Node[] = [];
    if (this.isSym("-")) {
      this.at++;
      return [{ op: "neg", arg: this.callArguments()[0] ?? number(0) }];
    }
    for (;;) {
      const token = this.peek();
      const isFunction =
        (token?.t === "cmd" && functions.has(token.v)) || (token?.t === "word" && functions.has(token.v));
      if (factors.length > 0 && (isFunction || this.isSym("(") || this.isSym("|"))) break;
      if (!this.startsFactor()) break;
      if (factors.length > 0 && token?.t === "num") break;
      factors.push(this.factor(true));
    }
    if (factors.length === 0) throw new Unreadable("function without argument");
    return [product(factors)];
  }
}

const isDegreeSign = (token: Token | undefined): boolean =>
  (token?.t === "cmd" && token.v === "circ") ||
  (token?.t === "grp" && token.items.length === 1 && isDegreeSign(token.items[0]));
const plainInteger = (node: Node): boolean =>
  node.op === "num" && node.decimal === undefined && node.value.d === 1n;
const isOne = (node: Node): boolean => node.op === "num" && node.value.n === 1n && node.value.d === 1n;

const flatText = (token: Token): string =>
  token.t === "grp" ? token.items.map(flatText).join("") : token.t === "cmd" ? `\\${token.v}` : token.v;

/** `0.\overline{3}`, `0.1\overline{6}`: rewritten before parsing because the point belongs to the bar. */
function repeating(tokens: readonly Token[]): Node | null {
  const texts = tokens
    .map((t) => (t.t === "grp" ? `{${t.items.map(flatText).join("")}}` : t.t === "cmd" ? `\\${t.v}` : t.v))
    .join("");
  const match = /^([+-]?)(\d*)\.(\d*)(?:\\(?:overline|bar)\{(\d+)\}|\\dot(\d)|\\dot\{(\d)\})$/.exec(texts);
  if (!match) return null;
  const whole = match[2] === "" ? "0" : (match[2] ?? "0");
  const fixed = match[3] ?? "";
  const period = match[4] ?? match[5] ?? match[6] ?? "";
  if (period === "" || fixed.length + period.length > 200) return null;
  const nines = 10n ** BigInt(period.length) - 1n;
  const value = rational(BigInt(whole + fixed) * nines + BigInt(period), nines * 10n ** BigInt(fixed.length));
  if (!value) return null;
  const node: Node = { op: "num", value };
  return match[1] === "-" ? { op: "neg", arg: node } : node;
}

/** Parses one formula; null when it is not plain mathematics or nested too deeply. */
export function parseExpression(tokens: readonly Token[], context: ReadingContext): Node | null {
  if (tokens.length === 0) return null;
  try {
    return repeating(tokens) ?? new Parser(tokens, context, 0).whole();
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return null;
    throw error;
  }
}
