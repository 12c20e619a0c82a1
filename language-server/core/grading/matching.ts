import type { Answer } from "./types.ts";

/** Whether the left items can be paired one to one with the right items (Kuhn's augmenting paths). */
function perfect(edges: readonly (readonly boolean[])[], right: number): boolean {
  const owner: number[] = new Array<number>(right).fill(-1);
  const augment = (left: number, seen: boolean[]): boolean => {
    for (let r = 0; r < right; r++) {
      if (!edges[left]?.[r] || seen[r]) continue;
      seen[r] = true;
      const holder = owner[r] ?? -1;
      if (holder < 0 || augment(holder, seen)) {
        owner[r] = left;
        return true;
      }
    }
    return false;
  };
  return edges.every((_, left) => augment(left, new Array<boolean>(right).fill(false)));
}

/**
 * One-to-one matching of two lists in any order (rule 7). Elements may be symbolic, so sorting is no use.
 * @param answers `answers[i][j]`: whether prediction i equals gold j
 */
export function matchLists(answers: readonly (readonly Answer[])[], rightCount: number): Answer {
  if (answers.length !== rightCount) return "no";
  if (
    perfect(
      answers.map((row) => row.map((a) => a === "yes")),
      rightCount,
    )
  )
    return "yes";
  return perfect(
    answers.map((row) => row.map((a) => a !== "no")),
    rightCount,
  )
    ? "open"
    : "no";
}

/** Both ways: every element has an equal one on the other side; repetition does not matter (sets). */
export function matchSets(answers: readonly (readonly Answer[])[], rightCount: number): Answer {
  const columns = Array.from({ length: rightCount }, (_, j) => answers.map((row) => row[j] ?? "no"));
  const best = (row: readonly Answer[]): Answer =>
    row.includes("yes") ? "yes" : row.includes("open") ? "open" : "no";
  const found = [...answers.map(best), ...columns.map(best)];
  return found.includes("no") ? "no" : found.includes("open") ? "open" : "yes";
}
