import type { ExtractionMethod, GradingFlag, GradingProfile } from "../../../contract/entities.ts";
import { stripDelimiters } from "../tokens.ts";
import { answerFromBoxes, lastCompleteBox } from "./boxes.ts";
import { lastNumber } from "./lastNumber.ts";
import { answerFromPhrase, boldAtEnd, formulaAtEnd } from "./phrases.ts";
import type { TagPair } from "./thought.ts";
import { separateThought } from "./thought.ts";

export interface ExtractionOptions {
  /** `strict` and `reward` take boxes, answer tags and `####` only. `lenient` unless given. */
  readonly profile?: GradingProfile;
  /** Names of the thought tags. */
  readonly thoughtTags?: readonly TagPair[];
  /** The template had opened the thought before the response begins. */
  readonly startsInThought?: boolean;
  /** Line starts that show an invented next problem. */
  readonly roleMarkers?: readonly string[];
  /** Cut before such a line when an answer stands before it; true unless given. */
  readonly cutRunaway?: boolean;
  /** Whether the gold is a number, so that the last number may be taken; true unless given. */
  readonly numericGold?: boolean;
  readonly answerKind?: "value" | "choice";
}

export interface Extraction {
  readonly text: string | null;
  readonly method: ExtractionMethod;
  readonly flags: readonly GradingFlag[];
}

export const defaultRoleMarkers: readonly string[] = [
  "Question:",
  "Problem:",
  "User:",
  "Human:",
  "Q:",
  "### Question",
  "### Problem",
  "### Instruction",
  "<|im_start|>",
  "<|user|>",
  "<|start_header_id|>",
  "[INST]",
  "<start_of_turn>",
  "<|User|>",
  "<｜User｜>",
];

const nothing = (flags: readonly GradingFlag[] = []): Extraction => ({
  text: null,
  method: "none",
  flags: flags.length > 0 ? flags : ["no_answer"],
});

/** Takes the final answer out of a response (math-grading.md section 2). Linear in the length of the response. */
export function extractAnswer(response: string, options: ExtractionOptions = {}): Extraction {
  const { thought, answer, open } = separateThought(response, options.thoughtTags, options.startsInThought);
  if (open || answer.trim() === "") {
    const box = lastCompleteBox(thought);
    const flag: GradingFlag = open ? "cut_thought" : "from_thought";
    return box === null
      ? nothing(open ? ["cut_thought", "no_answer"] : ["no_answer"])
      : { text: stripDelimiters(box), method: "box", flags: [flag] };
  }
  if (options.cutRunaway !== false) {
    for (const at of markerPositions(answer, options.roleMarkers ?? defaultRoleMarkers)) {
      const before = search(answer.slice(0, at), { ...options, numericGold: false });
      if (before.text !== null) return before;
    }
  }
  return search(answer, options);
}

/** Starts of the first few lines that begin with a role marker. */
function markerPositions(text: string, markers: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = text.indexOf("\n"); at >= 0 && found.length < 8; at = text.indexOf("\n", at + 1)) {
    const start = text
      .slice(at + 1, at + 40)
      .trimStart()
      .replace(/^[*#\s]*(?=[A-Z][a-z]*:)/, "");
    if (markers.some((m) => start.startsWith(m))) found.push(at + 1);
  }
  return found;
}

const cleaned = (text: string, method: ExtractionMethod, flags: readonly GradingFlag[] = []): Extraction => {
  const clean = stripDelimiters(text);
  return clean === "" ? nothing() : { text: clean, method, flags };
};

function search(text: string, options: ExtractionOptions): Extraction {
  const tag = answerTag(text);
  if (tag?.cut) return nothing(["cut_box", "no_answer"]);
  if (tag) return insideTag(tag.content);
  const box = answerFromBoxes(text);
  if (box) return box.text === null ? nothing(["cut_box", "no_answer"]) : cleaned(box.text, "box");
  const hash = hashLine(text, options.answerKind === "choice");
  if (hash !== null) return cleaned(hash, "hash");
  if (options.profile === "strict" || options.profile === "reward") return nothing();
  const json = jsonField(text);
  if (json !== null) return cleaned(json, "json");
  const phrase = answerFromPhrase(text);
  // Only negated phrases: the text says what the answer is not, so its last number would be a wrong guess.
  if (phrase) return phrase.text === null ? nothing() : cleaned(phrase.text, "phrase");
  const formula = formulaAtEnd(text);
  if (formula !== null) return cleaned(formula, "math_tail");
  const bold = boldAtEnd(text);
  if (bold !== null) return cleaned(bold, "bold_tail");
  const whole = text.trim();
  if (/^\(?[A-J]\)?\.?$/.test(whole)) return cleaned(whole, "choice");
  if (options.numericGold === false || options.answerKind === "choice") return nothing();
  const number = lastNumber(text);
  return number === null ? nothing() : { text: number, method: "last_number", flags: ["fallback"] };
}

/** Last complete, non-blank `<answer>` pair; `cut` when the last opening tag is not closed (step 3). */
function answerTag(text: string): { readonly content: string; readonly cut: boolean } | null {
  const lower = text.toLowerCase();
  const lastOpen = lower.lastIndexOf("<answer>");
  if (lastOpen < 0) return null;
  if (lower.indexOf("</answer>", lastOpen) < 0) return { content: "", cut: true };
  let content: string | null = null;
  for (let open = lower.indexOf("<answer>"); open >= 0; ) {
    const close = lower.indexOf("</answer>", open);
    if (close < 0) break;
    // The innermost opening tag before the closing one belongs to it.
    const start = lower.lastIndexOf("<answer>", close) + 8;
    const inner = text.slice(start, close).trim();
    if (inner !== "") content = inner;
    open = lower.indexOf("<answer>", close);
  }
  return content === null ? null : { content, cut: false };
}

function insideTag(content: string): Extraction {
  const box = answerFromBoxes(content);
  if (box) return box.text === null ? nothing(["cut_box", "no_answer"]) : cleaned(box.text, "answer_tag");
  const phrase = answerFromPhrase(content);
  return cleaned(phrase?.text ?? content, "answer_tag");
}

/** `#### x` where x starts like a number (or is an option letter for choice golds); the last one. */
function hashLine(text: string, choice: boolean): string | null {
  let found: string | null = null;
  for (const match of text.matchAll(/^[ \t]{0,8}####[ \t]*(\S[^\n]*)$/gm)) {
    const rest = (match[1] ?? "").trim().replace(/^\*+|\*+$/g, "");
    const number = /^[-+−]?\s?(?:\\?\$|[€£¥₹])?\s?[-+−]?(?:\.?\d|\\)/.test(rest);
    if (number || (choice && /^\(?[A-J]\)?(?:[.:)\s]|$)/.test(rest))) found = rest;
  }
  return found;
}

/** `"answer": "x"`, any case; the last one. */
function jsonField(text: string): string | null {
  let found: string | null = null;
  for (const match of text.matchAll(
    /"(?:final[ _])?answer"\s{0,9}:\s{0,9}(?:"((?:[^"\\\n]|\\[^\n]){0,2000})"|(-?\d[\d.,]{0,200}))/gi,
  )) {
    const raw = match[1];
    found = raw === undefined ? (match[2] ?? "").replace(/[.,]$/, "") : unescapeJson(raw);
  }
  return found;
}

function unescapeJson(raw: string): string {
  try {
    const value: unknown = JSON.parse(`"${raw}"`);
    return typeof value === "string" ? value : raw;
  } catch {
    return raw;
  }
}
