import type { PromptPiece } from "../../../contract/engine.ts";
import type { ChatFormat, ChatMessage } from "../../chat/chatTemplate.ts";
import { fillPrompt } from "../../protocols/prompts.ts";
import { dialectNames } from "../../protocols/sqlPrompts.ts";
import type { SqlDialect } from "../schema.ts";
import type { SuggestionPlace } from "./suggestionPlace.ts";

/** Control tokens with which a model was trained to fill in the middle of a text. */
export interface FillTokens {
  readonly prefix: string;
  readonly middle: string;
  readonly suffix: string;
}

export interface PromptParts {
  readonly place: SuggestionPlace;
  /** `CREATE TABLE` statements of the tables that matter. */
  readonly schema: string;
  readonly dialect: SqlDialect;
  /** How many earlier statements are shown; small models know no such turns. */
  readonly earlier: number;
}

/** The form in which our own models are trained to answer a comment. */
export const commentPrompt =
  "{schema}\n\nWrite the {dialect} query that the comment asks for.\n\n-- {comment}";

/** A statement without a comment still has to be asked for in some words. */
const noComment = "the query that is begun here";

/** The dialogue up to the statement's text so far: the model goes on from there. */
export function chatPrompt(parts: PromptParts, chat: ChatFormat): PromptPiece[] {
  const { place } = parts;
  const messages: ChatMessage[] = [];
  const shown =
    parts.earlier > 0 ? place.earlier.filter(({ comment }) => comment !== "").slice(-parts.earlier) : [];
  for (const { comment, sql } of shown) {
    messages.push({ role: "user", content: asked(parts, comment) }, { role: "assistant", content: sql });
  }
  messages.push({ role: "user", content: asked(parts, place.comment === "" ? noComment : place.comment) });
  const { pieces } = chat.opening(messages, chat.knowsThoughts ? "suppress" : "allow");
  return place.prefix === "" ? [...pieces] : [...pieces, { text: place.prefix, special: false }];
}

const asked = ({ schema, dialect }: PromptParts, comment: string): string =>
  fillPrompt(commentPrompt, { schema, dialect: dialectNames[dialect], comment });

/** The file as it is, with the schema in front, for models that fill in the middle. */
export function fillPromptPieces(parts: PromptParts, tokens: FillTokens): PromptPiece[] {
  const { place } = parts;
  const earlier = place.earlier
    .slice(-parts.earlier)
    .map(({ comment, sql }) => `${commentLine(comment)}${sql}\n`);
  const before = `${parts.schema}\n\n${earlier.join("\n")}\n${commentLine(place.comment)}${place.prefix}`;
  return [
    { text: tokens.prefix, special: true },
    { text: before, special: false },
    { text: tokens.suffix, special: true },
    { text: place.suffix === "" ? "\n" : `${place.suffix};\n`, special: false },
    { text: tokens.middle, special: true },
  ];
}

const commentLine = (comment: string): string => (comment === "" ? "" : `-- ${comment}\n`);
