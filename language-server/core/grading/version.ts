/** Stored with every run; raised whenever a verdict can change, so that old runs can be re-graded knowingly. */
export const graderVersion = "deliberate-grader/1";
