import { distance } from "fastest-levenshtein";

export type Similarity = "levenshtein" | "indel";

/**
 * How alike two summaries are, from 0 to 1 (leap.md section 3.1).
 * - `levenshtein`: the paper's equation 4, 1 − lev(a, b) / max(|a|, |b|);
 * - `indel`: what the authors' code uses, 1 − indel(a, b) / (|a| + |b|), where a substitution costs two.
 * Two empty texts are the same.
 */
export function similarity(a: string, b: string, kind: Similarity): number {
  if (a === b) return 1;
  if (kind === "levenshtein") return 1 - distance(a, b) / Math.max(a.length, b.length);
  return (2 * longestCommonSubsequence(a, b)) / (a.length + b.length);
}

/** Its length; indel(a, b) = |a| + |b| − 2 · lcs(a, b). */
function longestCommonSubsequence(a: string, b: string): number {
  // row[j]: length for the beginning of `a` so far and the first j characters of `b`
  const row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const character = a.charCodeAt(i);
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = character === b.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
