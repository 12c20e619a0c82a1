/** TeX as one line of ordinary characters, for places too small for a formula (list rows, titles). */

const symbols: Readonly<Record<string, string>> = {
  cdot: "·",
  times: "×",
  div: "÷",
  pm: "±",
  mp: "∓",
  le: "≤",
  leq: "≤",
  ge: "≥",
  geq: "≥",
  ne: "≠",
  neq: "≠",
  approx: "≈",
  equiv: "≡",
  infty: "∞",
  pi: "π",
  theta: "θ",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  lambda: "λ",
  mu: "μ",
  sigma: "σ",
  phi: "φ",
  omega: "ω",
  Delta: "Δ",
  Sigma: "Σ",
  Omega: "Ω",
  sum: "∑",
  prod: "∏",
  int: "∫",
  in: "∈",
  notin: "∉",
  subset: "⊂",
  cup: "∪",
  cap: "∩",
  emptyset: "∅",
  to: "→",
  rightarrow: "→",
  Rightarrow: "⇒",
  angle: "∠",
  circ: "°",
  degree: "°",
  ldots: "…",
  dots: "…",
  cdots: "⋯",
  triangle: "△",
  perp: "⊥",
  parallel: "∥",
  forall: "∀",
  exists: "∃",
  mathbb: "",
  quad: " ",
  qquad: " ",
  sqrt: "√",
  deg: "°",
};
const raised: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  n: "ⁿ",
  "-": "⁻",
  "+": "⁺",
};
const lowered: Readonly<Record<string, string>> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
  "9": "₉",
  n: "ₙ",
  i: "ᵢ",
  j: "ⱼ",
  k: "ₖ",
  a: "ₐ",
  x: "ₓ",
  m: "ₘ",
  t: "ₜ",
  p: "ₚ",
  "=": "₌",
  "+": "₊",
  "-": "₋",
};
/** Functions whose name is their sign. */
const named =
  /^(?:sin|cos|tan|cot|sec|csc|log|ln|exp|det|gcd|lcm|max|min|lim|mod|deg|dim|ker|arcsin|arccos|arctan)$/;

const script =
  (table: Readonly<Record<string, string>>, mark: string) =>
  (_: string, braced?: string, single?: string) => {
    const body = braced ?? single ?? "";
    if (body === "\\circ") return "°";
    const characters = [...body];
    return characters.every((character) => character in table)
      ? characters.map((character) => table[character]).join("")
      : `${mark}${characters.length > 1 ? `(${body})` : body}`;
  };

/** `\frac{3}{4}x^2` → `3/4x²`. Text without TeX is only put on one line. */
export function plainMath(text: string): string {
  let out = text.replaceAll(/\s+/g, " ").trim();
  if (!/[\\$^_{}]/.test(out)) return out;
  out = out
    .replaceAll(
      /\\begin\{[a-zA-Z*]*(?:matrix|array|cases)\}(?:\{[^{}]*\})?(.*?)\\end\{[^{}]*\}/g,
      (_, body: string) =>
        `(${body
          .replaceAll(/\s*\\\\\s*/g, "; ")
          .replaceAll(/\s*&\s*/g, " ")
          .trim()})`,
    )
    .replaceAll(/\\[dt]?frac\s*(\d)\s*(\d)/g, "$1/$2")
    .replaceAll(
      /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
      (_, top: string, bottom: string) =>
        `${top.length > 1 && /\D/.test(top) ? `(${top})` : top}/${bottom.length > 1 && /\D/.test(bottom) ? `(${bottom})` : bottom}`,
    )
    .replaceAll(/\\sqrt\s*\{([^{}]*)\}/g, (_, body: string) =>
      body.length > 1 && /\D/.test(body) ? `√(${body})` : `√${body}`,
    )
    .replaceAll(
      /\\(?:text|mathrm|mathbf|mathit|mathbb|operatorname|textbf|boxed|overline|mbox)\s*\{([^{}]*)\}/g,
      "$1",
    )
    .replaceAll(/\^(?:\{([^{}]*)\}|(\\circ|[^\s\\{}]))/g, script(raised, "^"))
    .replaceAll(/_(?:\{([^{}]*)\}|([^\s\\{}]))/g, script(lowered, "_"))
    .replaceAll(/\\(?:left|right|big|Big|displaystyle|,|;|!|:)/g, "")
    .replaceAll(
      /\\([a-zA-Z]+) ?/g,
      (whole, name: string) => symbols[name] ?? (named.test(name) ? `${name} ` : whole),
    )
    .replaceAll(/\\([%$#&{}])/g, "$1");
  return out
    .replaceAll(/\$\$?|\\[()[\]]/g, "")
    .replaceAll(/\{([^{}]*)\}/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Whether an answer is worth a formula. */
export const looksLikeTex = (text: string): boolean => /\\[a-zA-Z]|[\^_]/.test(text);
