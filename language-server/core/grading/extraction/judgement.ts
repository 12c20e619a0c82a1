import { findBoxes } from "./boxes.ts";
import { extractAnswer } from "./extractAnswer.ts";
import type { TagPair } from "./thought.ts";
import { separateThought } from "./thought.ts";

export interface JudgementOptions {
  /** Whether two answers are the same; for models that solve again instead of judging. */
  readonly equal?: (a: string, b: string) => boolean | Promise<boolean>;
  readonly thoughtTags?: readonly TagPair[];
  readonly startsInThought?: boolean;
}

export interface ExtractedJudgement {
  readonly judgement: "yes" | "no" | "unclear";
  /** How often the boxed verdict word changed inside the turn, thoughts included. */
  readonly changes: number;
}

const word = (content: string): "yes" | "no" | null => {
  const plain = content
    .replace(/\\(?:text|textbf|mathrm|mathbf|mbox|textit)(?![A-Za-z])/g, " ")
    .replace(/[{}$*\\.!\s"']/g, "")
    .toLowerCase();
  return plain === "yes" || plain === "no" ? plain : null;
};

/**
 * The verdict of a verification turn (thinker.md section 5 rule 2): last boxed yes or no, else a last line that is
 * just yes or no, else a boxed value compared with the answer under test, else unclear.
 * @param answer the answer that was to be checked; null when there was none
 */
export async function extractJudgement(
  response: string,
  answer: string | null,
  options: JudgementOptions = {},
): Promise<ExtractedJudgement> {
  const words = boxedWords(response);
  const changes = words.filter((w, i) => i > 0 && w !== words[i - 1]).length;
  const parts = separateThought(response, options.thoughtTags, options.startsInThought);
  // The answer part speaks first; a verdict in the thought only counts when nothing follows it.
  const said =
    boxedWords(parts.answer).at(-1) ??
    (parts.answer.trim() === "" ? boxedWords(parts.thought).at(-1) : undefined);
  if (said) return { judgement: said, changes };
  const lastLine = word(parts.answer.trimEnd().split("\n").at(-1) ?? "");
  if (lastLine) return { judgement: lastLine, changes };
  const extracted = extractAnswer(response, {
    profile: "strict",
    ...(options.thoughtTags ? { thoughtTags: options.thoughtTags } : {}),
    startsInThought: options.startsInThought ?? false,
  });
  if (answer === null || extracted.method !== "box" || extracted.text === null || !options.equal)
    return { judgement: "unclear", changes };
  return { judgement: (await options.equal(extracted.text, answer)) ? "yes" : "no", changes };
}

const boxedWords = (text: string): ("yes" | "no")[] =>
  findBoxes(text).flatMap((box) => {
    const verdict = box.content === null ? null : word(box.content);
    return verdict ? [verdict] : [];
  });
