import { direct } from "../../../core/protocols/direct.ts";
import type { Problem } from "../math/problem.ts";
import type { TaskMessage } from "../types.ts";
import { rightReply } from "./answers.ts";
import { playDialogue } from "./play.ts";

/** One question, one worked solution. */
export const directDialogue = (problem: Problem): TaskMessage[] =>
  playDialogue(direct, direct.defaults, problem.text, () => rightReply(problem, "worked"));
