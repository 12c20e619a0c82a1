import { type LlamaModel, LlamaVocabularyType, type Token } from "node-llama-cpp";
import type { PromptPiece } from "../../contract/engine.ts";
import type { TokenDecoder, Tokenizer } from "../backend.ts";

const asTokens = (ids: readonly number[]): Token[] => ids as Token[];
const replacement = "�";
/** A UTF-8 character has at most four bytes, so no more tokens than that can share one. */
const mostByteTokens = 4;

/** The tokenizer of a loaded model, made append-only: text continues what is there, and is never tokenised twice. */
export class LlamaTokenizer implements Tokenizer {
  readonly vocabularySize: number;
  private readonly model: LlamaModel;
  private readonly sentencePiece: boolean;
  /** An ordinary token to put in front, so that a decoded piece keeps its leading space. */
  private readonly anchor: number | null;
  private readonly anchorText: string;
  private readonly pieces = new Map<number, string>();
  private readonly controls = new Map<number, boolean>();

  constructor(model: LlamaModel, vocabularySize: number) {
    this.model = model;
    this.vocabularySize = vocabularySize;
    this.sentencePiece = model.vocabularyType === LlamaVocabularyType.spm;
    const anchors = model.tokenize("a", false);
    this.anchor = anchors.at(-1) ?? null;
    this.anchorText = this.anchor === null ? "" : model.detokenize(asTokens([this.anchor]), false);
  }

  encode(pieces: readonly PromptPiece[], preceding: readonly number[]): number[] {
    const merged = mergeNeighbours(pieces);
    const ids = this.encodeJointly(merged, preceding) ?? this.encodeSeparately(merged, preceding);
    const { bos, shouldPrependBosToken } = this.model.tokens;
    if (preceding.length === 0 && shouldPrependBosToken && bos !== null && ids[0] !== bos) ids.unshift(bos);
    return ids;
  }

  decoder(preceding: readonly number[], shown: readonly string[]): TokenDecoder {
    const last = preceding.at(-1);
    const startsText = this.sentencePiece && (last === undefined || this.isControl(last));
    return new LlamaDecoder(this, this.sentencePiece, startsText, shown);
  }

  text(id: number): string {
    return this.isControl(id) ? this.model.detokenize(asTokens([id]), true) : this.piece(id);
  }

  isControl(id: number): boolean {
    let control = this.controls.get(id);
    if (control === undefined) {
      control = this.model.getTokenAttributes(id as Token).control || this.isEndOfGeneration(id);
      this.controls.set(id, control);
    }
    return control;
  }

  isEndOfGeneration(id: number): boolean {
    return this.model.isEogToken(id as Token);
  }

  /** Text of an ordinary token in the middle of a text. */
  piece(id: number): string {
    let piece = this.pieces.get(id);
    if (piece === undefined) {
      piece = this.decodeRun([id]);
      this.pieces.set(id, piece);
    }
    return piece;
  }

  /** Text of a run of ordinary tokens in the middle of a text. */
  decodeRun(ids: readonly number[]): string {
    if (this.anchor !== null) {
      const text = this.model.detokenize(asTokens([this.anchor, ...ids]), false);
      if (text.startsWith(this.anchorText)) return text.slice(this.anchorText.length);
    }
    return this.decodeStart(ids);
  }

  /** Text of tokens at the start of a text: SentencePiece drops one leading space there. */
  decodeStart(ids: readonly number[]): string {
    return this.model.detokenize(asTokens(ids), false);
  }

  /**
   * All pieces in one go, as the template's author meant it: merges and spaces at the seams come out right.
   * Null when ordinary text would become a control token that way (alone or together with its neighbours).
   */
  private encodeJointly(pieces: readonly PromptPiece[], preceding: readonly number[]): number[] | null {
    const [first] = pieces;
    if (first === undefined) return [];
    if (pieces.length === 1) return this.encodeText(first.text, first.special, preceding);
    const ids = this.encodeText(pieces.map((piece) => piece.text).join(""), true, preceding);
    const meant = pieces
      .filter((piece) => piece.special)
      .flatMap((piece) => this.encodeText(piece.text, true, preceding).filter((id) => this.isControl(id)));
    const found = ids.filter((id) => this.isControl(id));
    return found.length === meant.length && found.every((id, index) => id === meant[index]) ? ids : null;
  }

  private encodeSeparately(pieces: readonly PromptPiece[], preceding: readonly number[]): number[] {
    const ids: number[] = [];
    for (const piece of pieces) {
      ids.push(...this.encodeText(piece.text, piece.special, ids.length > 0 ? ids : preceding));
    }
    return ids;
  }

  /**
   * SentencePiece models put a space in front of every text. That is right at the start and behind a control token,
   * and wrong in the middle of a text; there the text is tokenised behind a line break, which is taken off again.
   */
  private encodeText(text: string, special: boolean, preceding: readonly number[]): number[] {
    if (text === "") return [];
    const last = preceding.at(-1);
    if (this.sentencePiece && last !== undefined && !this.isControl(last)) {
      const lead = this.model.tokenize("\n", special);
      const ids = this.model.tokenize(`\n${text}`, special);
      if (lead.length > 0 && lead.every((id, index) => id === ids[index])) return ids.slice(lead.length);
    }
    return [...this.model.tokenize(text, special)];
  }
}

class LlamaDecoder implements TokenDecoder {
  private readonly tokenizer: LlamaTokenizer;
  private readonly shown: readonly string[];
  private readonly dropsLeadingSpace: boolean;
  private atStart: boolean;
  /** Tokens of a character whose last bytes are still to come. */
  private incomplete: number[] = [];

  constructor(
    tokenizer: LlamaTokenizer,
    dropsLeadingSpace: boolean,
    atStart: boolean,
    shown: readonly string[],
  ) {
    this.tokenizer = tokenizer;
    this.dropsLeadingSpace = dropsLeadingSpace;
    this.atStart = atStart;
    this.shown = shown;
  }

  push(id: number): string {
    if (this.tokenizer.isControl(id)) {
      const rest = this.flush();
      this.atStart = this.dropsLeadingSpace;
      const text = this.tokenizer.text(id);
      return this.shown.includes(text.trim()) ? rest + text : rest;
    }
    if (this.atStart) {
      this.atStart = false;
      const text = this.tokenizer.decodeStart([id]);
      if (!text.includes(replacement)) return text;
    }
    if (this.incomplete.length === 0) {
      const piece = this.tokenizer.piece(id);
      if (!piece.includes(replacement)) return piece;
    }
    this.incomplete.push(id);
    const text = this.tokenizer.decodeRun(this.incomplete);
    if (text.endsWith(replacement) && this.incomplete.length < mostByteTokens) return "";
    this.incomplete = [];
    return text;
  }

  flush(): string {
    if (this.incomplete.length === 0) return "";
    const text = this.tokenizer.decodeRun(this.incomplete);
    this.incomplete = [];
    return text;
  }
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
