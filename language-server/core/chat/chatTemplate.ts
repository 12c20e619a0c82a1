import { Template } from "@huggingface/jinja";
import type { PromptPiece, ThoughtTags } from "../../contract/engine.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { plainStopTexts, plainTemplate } from "./plainTemplate.ts";

export type Role = "system" | "user" | "assistant";

export interface ChatMessage {
  readonly role: Role;
  readonly content: string;
}

export type ThinkingMode = "allow" | "suppress";

export interface ChatTemplateSource {
  /** Jinja text from the GGUF; null selects the plain question/answer form. */
  readonly template: string | null;
  readonly bosText: string | null;
  readonly eosText: string | null;
}

/**
 * Renders dialogue turns as prompt pieces by the model's own chat template, in the append-only way that keeps the KV
 * cache: the opening once, and after every generated turn only what comes behind it (thinker.md 10.2–10.4).
 */
export interface ChatFormat {
  /** Tags of the model's thoughts. */
  readonly thoughtOpen: string;
  readonly thoughtClose: string;
  /** Texts that end a turn although the model did not end it: only the plain form needs them. */
  readonly stopTexts: readonly string[];
  readonly isPlain: boolean;
  /** Whether the template speaks of thoughts: a model of another one may never have seen an empty thought. */
  readonly knowsThoughts: boolean;
  /** Whole dialogue up to the start of the next assistant turn. */
  opening(messages: readonly ChatMessage[], thinking: ThinkingMode): RenderedPrompt;
  /** What follows a generated assistant turn: its end, the user turn, and the start of the next assistant turn. */
  continuation(user: string, previous: TurnEnding, thinking: ThinkingMode): RenderedPrompt;
}

/** How the turn before ended, as far as the next one has to repair it. */
export interface TurnEnding {
  readonly endedTurn?: boolean;
  readonly endedInThought?: boolean;
}

/** First control token behind an answer: the end of the turn, which a model mostly writes by itself. */
const endOfTurnPattern = /^\s*<[^<>\n]{1,40}>/;

export interface RenderedPrompt {
  readonly pieces: readonly PromptPiece[];
  readonly thought: ThoughtTags;
}

const marker = (index: number) => `@@turn-${index}@@`;
const markerPattern = /@@turn-(\d+)@@/;

/** `input/invalid` when the template is not valid Jinja or loses a turn whichever way it is called. */
export function createChatFormat(source: ChatTemplateSource): Result<ChatFormat> {
  const isPlain = source.template === null;
  const text = source.template ?? plainTemplate;
  let template: Template;
  try {
    template = new Template(text);
  } catch (error) {
    return fail(
      "model/unsupported",
      "The chat template in this model's file is not valid Jinja.",
      String(error),
    );
  }
  const knownTags = thoughtTagsOf(text);
  const [thoughtOpen, thoughtClose] = knownTags ?? ["<think>", "</think>"];

  const render = (messages: readonly ChatMessage[], thinking: ThinkingMode): string =>
    template.render({
      messages: messages.map((message, index) => ({ role: message.role, content: marker(index) })),
      add_generation_prompt: true,
      bos_token: source.bosText ?? "",
      eos_token: source.eosText ?? "",
      enable_thinking: thinking === "allow",
    });

  const rendersAll = (messages: readonly ChatMessage[]): boolean => {
    try {
      const rendered = render(messages, "allow");
      return messages.every((_, index) => rendered.split(marker(index)).length === 2);
    } catch {
      return false;
    }
  };
  const probe: ChatMessage[] = [
    { role: "user", content: "" },
    { role: "assistant", content: "" },
    { role: "user", content: "" },
  ];
  if (!rendersAll(probe)) {
    return fail(
      "model/unsupported",
      "The chat template in this model's file cannot render a dialogue of several turns.",
    );
  }
  const takesSystem = rendersAll([{ role: "system", content: "" }, ...probe]);

  const finish = (
    rendered: string,
    messages: readonly ChatMessage[],
    thinking: ThinkingMode,
  ): RenderedPrompt => {
    const pieces = piecesOf(rendered, messages);
    const tail = rendered.trimEnd();
    const startsOpen = tail.endsWith(thoughtOpen);
    if (thinking === "allow")
      return { pieces, thought: { open: thoughtOpen, close: thoughtClose, startsOpen } };
    // A template with a switch of its own has already written the empty thought.
    const emptyThought = tail.endsWith(thoughtClose)
      ? ""
      : startsOpen
        ? `\n${thoughtClose}\n\n`
        : `${thoughtOpen}\n\n${thoughtClose}\n\n`;
    return {
      pieces: emptyThought === "" ? pieces : [...pieces, { text: emptyThought, special: true }],
      thought: { open: thoughtOpen, close: thoughtClose, startsOpen: false },
    };
  };

  return ok({
    thoughtOpen,
    thoughtClose,
    stopTexts: isPlain ? plainStopTexts : [],
    isPlain,
    knowsThoughts: knownTags !== null,
    opening(messages, thinking) {
      const turns = takesSystem ? messages : foldSystem(messages);
      return finish(render(turns, thinking), turns, thinking);
    },
    continuation(user, previous, thinking) {
      const messages: ChatMessage[] = [
        { role: "user", content: "" },
        { role: "assistant", content: "" },
        { role: "user", content: user },
      ];
      const rendered = render(messages, thinking);
      const behind = rendered.slice(rendered.indexOf(marker(1)) + marker(1).length);
      if (previous.endedTurn === true)
        return finish(behind.replace(endOfTurnPattern, ""), messages, thinking);
      const closing = previous.endedInThought === true ? `\n${thoughtClose}\n\n` : "";
      return finish(closing + behind, messages, thinking);
    },
  });
}

/** Templates without a system role get its text in front of the first user turn. */
function foldSystem(messages: readonly ChatMessage[]): ChatMessage[] {
  const system = messages.filter((message) => message.role === "system").map((message) => message.content);
  const rest = messages.filter((message) => message.role !== "system");
  const [first, ...others] = rest;
  if (system.length === 0 || first === undefined) return rest;
  return [{ role: first.role, content: `${system.join("\n\n")}\n\n${first.content}` }, ...others];
}

/** The template's own text may hold control tokens; what people or models wrote never may. */
function piecesOf(rendered: string, messages: readonly ChatMessage[]): PromptPiece[] {
  const parts = rendered.split(markerPattern);
  const pieces: PromptPiece[] = [];
  parts.forEach((part, index) => {
    const isMarker = index % 2 === 1;
    const text = isMarker ? (messages[Number(part)]?.content.trim() ?? "") : part;
    if (text !== "") pieces.push({ text, special: !isMarker });
  });
  return pieces;
}

const knownThoughtTags: readonly (readonly [string, string])[] = [
  ["<think>", "</think>"],
  ["<thinking>", "</thinking>"],
  ["<seed:think>", "</seed:think>"],
  ["[THINK]", "[/THINK]"],
];

function thoughtTagsOf(template: string): readonly [string, string] | null {
  return knownThoughtTags.find(([, close]) => template.includes(close)) ?? null;
}
