import type { Token } from "./tokens.ts";
import { isCmd, isSym, trim } from "./tokenWalk.ts";
import { foldText, wordsOf } from "./words.ts";

/** The plain name on a side of an equation: `x`, `x_1`, `f(x)`, `P(A)`, `AB`, `\angle ABC`, `\text{Area}`; else null. */
export function nameOf(tokens: readonly Token[]): string | null {
  const all = trim(tokens);
  const flat = (list: readonly Token[]): string =>
    list.map((t) => (t.t === "grp" ? `{${flat(t.items)}}` : t.t === "cmd" ? `\\${t.v}` : t.v)).join("");
  const text = flat(all);
  if (text.length > 60 || all.length === 0) return null;
  const words = all.every((t) => t.t === "word" || (t.t === "let" && t.roman));
  if (words && all.some((t) => t.t === "word" && (t.roman || t.v.length > 3)))
    return foldText(wordsOf(all).join(" "));
  const [first] = all;
  if (isCmd(first, "angle", "triangle", "overline", "measuredangle", "lim")) return text;
  if (isSym(first, "|") && isSym(all.at(-1), "|") && /^\|[A-Z]{2}\|$/.test(text)) return text;
  if (/^(?:m\\angle|[A-Z]{2,4}$)/.test(text)) return text.replace(/[{}]/g, "");
  const bare = text.replace(/_\{([^{}]*)\}/g, "_$1");
  const name = /^(?:\\?[A-Za-z]+)(?:_(?:\w+|\\[a-z]+))?'*(?:\([^()=]{0,24}\))?$/.exec(bare);
  if (!name) return null;
  const letters = /^[A-Za-z]+/.exec(bare)?.[0] ?? "";
  // `ab = 5` is an equation about a product, `x = 5` an assignment; constants are no names.
  if (letters.length > 1 || /^\\(?:pi|infty|frac|sqrt|emptyset|sin|cos|tan|ln|log)/.test(bare)) return null;
  return bare;
}
