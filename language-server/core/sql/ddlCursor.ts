import type { SqlToken } from "./tokens.ts";

export const isWord = (token: SqlToken | undefined, ...words: readonly string[]): boolean =>
  token?.kind === "word" && words.includes(token.text.toUpperCase());

export const isSymbol = (token: SqlToken | undefined, text: string): boolean =>
  token?.kind === "symbol" && token.text === text;

/** A table's name with its schema, where it is written. */
export interface QualifiedName {
  readonly name: string;
  readonly namespace?: string;
}

/** Reads a statement from left to right. */
export class Cursor {
  private readonly tokens: readonly SqlToken[];
  private at = 0;

  constructor(tokens: readonly SqlToken[]) {
    this.tokens = tokens;
  }

  peek(): SqlToken | undefined {
    return this.tokens[this.at];
  }

  next(): SqlToken | undefined {
    return this.tokens[this.at++];
  }

  /** Takes these words if they come next, all or none. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, index) => isWord(this.tokens[this.at + index], word))) return false;
    this.at += words.length;
    return true;
  }

  /** The word among these that comes next, in capitals. */
  takeAny(...words: readonly string[]): string | null {
    return words.find((word) => this.take(word)) ?? null;
  }

  /** Moves behind the next such word; stays where it is when there is none. */
  skipTo(word: string): boolean {
    const found = this.tokens.findIndex((token, index) => index >= this.at && isWord(token, word));
    if (found === -1) return false;
    this.at = found + 1;
    return true;
  }

  /** Parts of a dotted name, without quotes. */
  path(): string[] {
    const parts: string[] = [];
    while (true) {
      const token = this.peek();
      if (token === undefined || !["word", "quoted", "string"].includes(token.kind)) return parts;
      parts.push(token.text);
      this.at++;
      if (!isSymbol(this.peek(), ".")) return parts;
      this.at++;
    }
  }

  /** A table's name; null when none comes next. */
  name(): QualifiedName | null {
    const path = this.path();
    const name = path.at(-1);
    const namespace = path.at(-2);
    if (name === undefined) return null;
    return namespace === undefined ? { name } : { name, namespace };
  }

  /** Items of a list in parentheses that comes next, cut at its commas; null when there is none. */
  parenthesised(): SqlToken[][] | null {
    if (!isSymbol(this.peek(), "(")) return null;
    const begin = this.at + 1;
    let depth = 0;
    for (let index = this.at; index < this.tokens.length; index++) {
      if (isSymbol(this.tokens[index], "(")) depth++;
      if (isSymbol(this.tokens[index], ")") && --depth === 0) {
        this.at = index + 1;
        return cutAtCommas(this.tokens.slice(begin, index));
      }
    }
    return null;
  }

  /** First names of the items of a list in parentheses: `(a, b DESC)`, `` (`a`(10)) ``. */
  columnNames(): string[] | null {
    return this.parenthesised()?.flatMap(([first]) => (first === undefined ? [] : [first.text])) ?? null;
  }

  rest(): readonly SqlToken[] {
    return this.tokens.slice(this.at);
  }
}

/** Parts between the commas that are in no parentheses; empty ones are left out. */
export function cutAtCommas(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, "(")) depth++;
    if (isSymbol(token, ")")) depth--;
    if (depth === 0 && isSymbol(token, ",")) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}
