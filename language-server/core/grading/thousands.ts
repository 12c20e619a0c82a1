import type { CommaReading, Token } from "./tokens.ts";

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
export function joinThousands(tokens: readonly Token[], reading: CommaReading, inBrackets: boolean): Token[] {
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
