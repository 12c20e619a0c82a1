import type { Token } from "./tokens.ts";

export const isSym = (token: Token | undefined, ...values: string[]): boolean =>
  token?.t === "sym" && values.includes(token.v);
export const isCmd = (token: Token | undefined, ...values: string[]): boolean =>
  token?.t === "cmd" && values.includes(token.v);
export const isWord = (token: Token | undefined, ...values: string[]): boolean =>
  token?.t === "word" && values.includes(token.v.toLowerCase());
export const opens = (token: Token | undefined): boolean =>
  isSym(token, "(", "[", "\\{") || isCmd(token, "begin", "lfloor", "lceil");
export const closes = (token: Token | undefined): boolean =>
  isSym(token, ")", "]", "\\}") || isCmd(token, "end", "rfloor", "rceil");

export interface Split {
  readonly parts: readonly (readonly Token[])[];
  readonly separators: readonly Token[];
}

/** Splits outside brackets and environments. */
export function splitTop(tokens: readonly Token[], isSeparator: (token: Token, i: number) => boolean): Split {
  const parts: Token[][] = [[]];
  const separators: Token[] = [];
  let depth = 0;
  tokens.forEach((token, i) => {
    if (opens(token)) depth++;
    if (closes(token)) depth--;
    if (depth === 0 && !closes(token) && isSeparator(token, i)) {
      separators.push(token);
      parts.push([]);
    } else parts.at(-1)?.push(token);
  });
  return { parts, separators };
}

/** Index of the bracket that closes the one at `start`, round and square mixing freely (half-open intervals); -1 if none. */
export function closingIndex(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    if (opens(tokens[i])) depth++;
    if (closes(tokens[i]) && --depth === 0) return i;
  }
  return -1;
}

/** Removes what stands around an answer without meaning: spacing, full stops, stray dollar signs. */
export function trim(tokens: readonly Token[]): Token[] {
  const dollars = tokens.filter((t) => isSym(t, "$")).length;
  let out = tokens.filter(
    (t, i) =>
      !(isSym(t, "$") && (dollars % 2 === 0 || tokens[i + 1]?.t !== "num")) &&
      !isSym(t, "\\!", "\\,", '"', "`"),
  );
  while (out.length > 0 && isSym(out.at(-1), ".", ",", ";", "?", "\\\\")) out = out.slice(0, -1);
  while (out.length > 0 && isSym(out[0], ",", ";", ":", "\\\\")) out = out.slice(1);
  const [only] = out;
  // `{42}` is 42, and `{1,3}` a bare list: invisible braces are no set braces.
  if (out.length === 1 && only?.t === "grp") return trim(only.items);
  return out;
}
