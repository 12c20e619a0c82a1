/** Unicode signs as LaTeX or ASCII (math-grading.md 3 step 1). Every replacement is per character, so it is linear. */
const signs: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "﹣": "-",
  "×": "\\times ",
  "✕": "\\times ",
  "⋅": "\\cdot ",
  "·": "\\cdot ",
  "∙": "\\cdot ",
  "•": "\\cdot ",
  "∗": "*",
  "÷": "/",
  "∕": "/",
  "⁄": "/",
  π: "\\pi ",
  "∞": "\\infty ",
  "≤": "\\le ",
  "⩽": "\\le ",
  "≥": "\\ge ",
  "⩾": "\\ge ",
  "≠": "\\ne ",
  "≈": "\\approx ",
  "≃": "\\approx ",
  "≅": "\\approx ",
  "±": "\\pm ",
  "∓": "\\mp ",
  "°": "^\\circ ",
  º: "^\\circ ",
  "∪": "\\cup ",
  "∩": "\\cap ",
  "∖": "\\setminus ",
  "∈": "\\in ",
  "∅": "\\emptyset ",
  "⌀": "\\emptyset ",
  ℝ: "\\mathbb{R}",
  ℤ: "\\mathbb{Z}",
  ℕ: "\\mathbb{N}",
  ℚ: "\\mathbb{Q}",
  ℂ: "\\mathbb{C}",
  α: "\\alpha ",
  β: "\\beta ",
  γ: "\\gamma ",
  δ: "\\delta ",
  ε: "\\epsilon ",
  θ: "\\theta ",
  λ: "\\lambda ",
  μ: "\\mu ",
  ρ: "\\rho ",
  σ: "\\sigma ",
  τ: "\\tau ",
  φ: "\\phi ",
  ϕ: "\\phi ",
  ω: "\\omega ",
  Δ: "\\Delta ",
  Ω: "\\Omega ",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "′": "'",
  "⟨": "\\langle ",
  "⟩": "\\rangle ",
  "⌊": "\\lfloor ",
  "⌋": "\\rfloor ",
  "⌈": "\\lceil ",
  "⌉": "\\rceil ",
  "…": "\\ldots ",
  "⋯": "\\ldots ",
  "∣": "|",
  "→": "\\to ",
  "∶": ":",
  "℃": "^\\circ \\text{C}",
  "℉": "^\\circ \\text{F}",
  "∠": "\\angle ",
  "\u00a0": " ",
  "\u2002": " ",
  "\u2003": " ",
  "\u2007": " ",
  "\u200b": "",
  "\u2060": "",
  "\ufeff": "",
  "\u2009": "\\,",
  "\u202f": "\\,",
  "\u2006": "\\,",
};
const vulgar: Readonly<Record<string, string>> = {
  "½": "1/2",
  "⅓": "1/3",
  "⅔": "2/3",
  "¼": "1/4",
  "¾": "3/4",
  "⅕": "1/5",
  "⅖": "2/5",
  "⅗": "3/5",
  "⅘": "4/5",
  "⅙": "1/6",
  "⅚": "5/6",
  "⅐": "1/7",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
  "⅑": "1/9",
  "⅒": "1/10",
};
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
const superscriptPlain = "0123456789+-n";
const subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋ₙ";

const runOf = (text: string, from: number, alphabet: string): string => {
  let end = from;
  while (end < text.length && alphabet.includes(text[end] ?? "\0")) end++;
  return text.slice(from, end);
};
const plainRun = (run: string, alphabet: string): string =>
  [...run].map((c) => superscriptPlain[alphabet.indexOf(c)] ?? "").join("");

/** Rewrites Unicode mathematics as LaTeX; ASCII text comes back unchanged. */
export function unicodeToLatex(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII".
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    const code = c.charCodeAt(0);
    const fraction = vulgar[c];
    if (fraction !== undefined) {
      const [n, d] = fraction.split("/");
      out += `\\frac{${n}}{${d}}`;
    } else if (superscripts.includes(c)) {
      const run = runOf(text, i, superscripts);
      out += `^{${plainRun(run, superscripts)}}`;
      i += run.length - 1;
    } else if (subscripts.includes(c)) {
      const run = runOf(text, i, subscripts);
      out += `_{${plainRun(run, subscripts)}}`;
      i += run.length - 1;
    } else if (c === "√" || c === "∛") {
      const number = /^\s*(\d+(?:\.\d+)?)/.exec(text.slice(i + 1, i + 40));
      out += c === "√" ? "\\sqrt" : "\\sqrt[3]";
      if (number) {
        out += `{${number[1]}}`;
        i += number[0].length;
      } else out += " ";
    } else if (code >= 0xff01 && code <= 0xff5e) {
      out += String.fromCharCode(code - 0xfee0);
    } else out += signs[c] ?? c;
  }
  return out;
}
