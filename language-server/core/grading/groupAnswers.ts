/** Answers that are equal to one representative, in the order of their first appearance. */
export interface AnswerGroup {
  readonly representative: string;
  /** Positions in the list that was given. */
  readonly members: readonly number[];
}

/**
 * Groups votes for cons@k: each answer is compared with the representatives of the groups so far, in fixed order,
 * because equality with tolerances is not transitive (math-grading.md 8.7). Missing answers (null) get no group.
 */
export async function groupAnswers(
  answers: readonly (string | null)[],
  equal: (a: string, b: string) => boolean | Promise<boolean>,
): Promise<readonly AnswerGroup[]> {
  const groups: { representative: string; members: number[] }[] = [];
  for (const [index, answer] of answers.entries()) {
    if (answer === null) continue;
    let home: { members: number[] } | undefined;
    for (const group of groups) {
      if (group.representative === answer || (await equal(answer, group.representative))) {
        home = group;
        break;
      }
    }
    if (home) home.members.push(index);
    else groups.push({ representative: answer, members: [index] });
  }
  return groups;
}
