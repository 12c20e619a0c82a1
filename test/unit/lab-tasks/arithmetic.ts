/** A second reading of arithmetic, written apart from the generators, to check their texts with. */

/** Value of `+ - * / ( )` over decimals. Throws on anything else. */
export function arithmeticValue(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/()]/g) ?? [];
  if (tokens.join("") !== text.replace(/\s+/g, "")) throw new Error(`Not arithmetic: ${text}`);
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (tokens[at] === "+" || tokens[at] === "-")
      value = tokens[at++] === "+" ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = atom();
    while (tokens[at] === "*" || tokens[at] === "/")
      value = tokens[at++] === "*" ? value * atom() : value / atom();
    return value;
  };
  const atom = (): number => {
    const token = tokens[at++];
    if (token !== "(") return Number(token);
    const value = sum();
    if (tokens[at++] !== ")") throw new Error(`Open bracket: ${text}`);
    return value;
  };
  const value = sum();
  if (at !== tokens.length || Number.isNaN(value)) throw new Error(`Not arithmetic: ${text}`);
  return value;
}

/** All chains `a = b = …` of arithmetic in a text, each as its list of sides. */
export function equationsIn(text: string): string[][] {
  const side = String.raw`\(*\d[\d.()+\-*/ ]*`;
  return [...text.matchAll(new RegExp(`(?<![\\w.])${side}(?: ?= ${side})+`, "g"))].map((match) =>
    match[0].split(" = ").map((part) => part.trim().replace(/\.$/, "")),
  );
}

/** The first chain whose sides differ, or undefined. */
export function wrongEquation(text: string): string | undefined {
  for (const sides of equationsIn(text)) {
    const values = sides.map(arithmeticValue);
    if (values.some((value) => Math.abs(value - (values[0] ?? Number.NaN)) > 1e-9)) return sides.join(" = ");
  }
  return undefined;
}

export const boxesIn = (text: string): string[] =>
  [...text.matchAll(/\\boxed\{([^}]*)\}/g)].map((m) => m[1] ?? "");
