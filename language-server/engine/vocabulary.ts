/** Prompts to tokens and tokens to text, written once over what a vocabulary can tell. */
import type { PromptPiece } from "../contract/engine.ts";
import type { TokenDecoder } from "./backend.ts";

export interface Vocabulary {
  /** Tokens of one text that follows `preceding`; with `special`, names of control tokens in it become these. */
  encodeText(text: string, special: boolean, preceding: readonly number[]): number[];
  isControl(id: number): boolean;
  /** Readable text of one token, control tokens included. */
  text(id: number): string;
  /** Text of an ordinary token in the middle of a text. */
  piece(id: number): string;
  /** Text of a run of ordinary tokens in the middle of a text. */
  decodeRun(ids: readonly number[]): string;
  /** Text of tokens at the start of a text: SentencePiece drops one leading space there. */
  decodeStart(ids: readonly number[]): string;
}

const replacement = "\ufffd";
/** A UTF-8 character has at most four bytes, so no more tokens than that can share one. */
const mostByteTokens = 4;

/** Tokens of a prompt that follows `preceding`. */
export function encodePieces(
  vocabulary: Vocabulary,
  pieces: readonly PromptPiece[],
  preceding: readonly number[],
): number[] {
  const merged = mergeNeighbours(pieces);
  return encodeJointly(vocabulary, merged, preceding) ?? encodeSeparately(vocabulary, merged, preceding);
}

/**
 * All pieces in one go, as the template's author meant it: merges and spaces at the seams come out right.
 * Null when ordinary text would become a control token that way (alone or together with its neighbours).
 */
function encodeJointly(
  vocabulary: Vocabulary,
  pieces: readonly PromptPiece[],
  preceding: readonly number[],
): number[] | null {
  const [first] = pieces;
  if (first === undefined) return [];
  if (pieces.length === 1) return vocabulary.encodeText(first.text, first.special, preceding);
  const controls = (ids: readonly number[]) => ids.filter((id) => vocabulary.isControl(id));
  const ids = vocabulary.encodeText(pieces.map((piece) => piece.text).join(""), true, preceding);
  const meant = pieces
    .filter((piece) => piece.special)
    .flatMap((piece) => controls(vocabulary.encodeText(piece.text, true, preceding)));
  const found = controls(ids);
  return found.length === meant.length && found.every((id, index) => id === meant[index]) ? ids : null;
}

function encodeSeparately(
  vocabulary: Vocabulary,
  pieces: readonly PromptPiece[],
  preceding: readonly number[],
): number[] {
  const ids: number[] = [];
  for (const piece of pieces) {
    ids.push(...vocabulary.encodeText(piece.text, piece.special, ids.length > 0 ? ids : preceding));
  }
  return ids;
}

function mergeNeighbours(pieces: readonly PromptPiece[]): PromptPiece[] {
  const merged: PromptPiece[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const last = merged.at(-1);
    if (last !== undefined && last.special === piece.special) {
      merged[merged.length - 1] = { text: last.text + piece.text, special: piece.special };
    } else merged.push(piece);
  }
  return merged;
}

/** Turns tokens into text run by run, so that characters of several tokens come out whole. */
export class RunDecoder implements TokenDecoder {
  private readonly vocabulary: Vocabulary;
  private readonly shown: readonly string[];
  private readonly dropsLeadingSpace: boolean;
  private atStart: boolean;
  /** Tokens of a character whose last bytes are still to come. */
  private incomplete: number[] = [];

  constructor(
    vocabulary: Vocabulary,
    dropsLeadingSpace: boolean,
    atStart: boolean,
    shown: readonly string[],
  ) {
    this.vocabulary = vocabulary;
    this.dropsLeadingSpace = dropsLeadingSpace;
    this.atStart = atStart;
    this.shown = shown;
  }

  push(id: number): string {
    if (this.vocabulary.isControl(id)) {
      const rest = this.flush();
      this.atStart = this.dropsLeadingSpace;
      const text = this.vocabulary.text(id);
      return this.shown.includes(text.trim()) ? rest + text : rest;
    }
    if (this.atStart) {
      this.atStart = false;
      const text = this.vocabulary.decodeStart([id]);
      if (!text.includes(replacement)) return text;
    }
    if (this.incomplete.length === 0) {
      const piece = this.vocabulary.piece(id);
      if (!piece.includes(replacement)) return piece;
    }
    this.incomplete.push(id);
    const text = this.vocabulary.decodeRun(this.incomplete);
    if (text.endsWith(replacement) && this.incomplete.length < mostByteTokens) return "";
    this.incomplete = [];
    return text;
  }

  flush(): string {
    if (this.incomplete.length === 0) return "";
    const text = this.vocabulary.decodeRun(this.incomplete);
    this.incomplete = [];
    return text;
  }
}
