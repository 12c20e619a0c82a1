import type { TaskId } from "./registry.ts";

/** What each task is, apart from the generators: whoever only reads recipes need not carry their scenarios along. */
export const taskTitles: Readonly<Record<TaskId, string>> = {
  arithmetic: "Bare arithmetic, answered directly",
  drill: "Many operations at once",
  direct: "Word problems, answered directly",
  thinker: "Word problems through fast answer, check, slow solution and summary",
  "multi-attempt": "Word problems with wrong attempts, feedback and a right retry",
  leap: "Word problems with summaries of peers, some of them wrong",
  "sql-question": "A query for a question about a schema",
  "sql-comment": "A query for a comment under a schema",
};

export const taskIds = Object.keys(taskTitles) as readonly TaskId[];
