import { type LlamaModel, LlamaVocabularyType, type Token } from "node-llama-cpp";
import type { PromptPiece } from "../../contract/engine.ts";
import type { TokenDecoder, Tokenizer } from "../backend.ts";
import { encodePieces, RunDecoder, type Vocabulary } from "../vocabulary.ts";

const asTokens = (ids: readonly number[]): Token[] => ids as Token[];

/** The tokenizer of a loaded model, made append-only: text continues what is there, and is never tokenised twice. */
export class LlamaTokenizer implements Tokenizer, Vocabulary {
  readonly vocabularySize: number;
  private readonly model: LlamaModel;
  private readonly sentencePiece: boolean;
  /** An ordinary token to put in front, so that a decoded piece keeps its leading space. */
  private readonly anchor: number | null;
  private readonly anchorText: string;
  private readonly pieces = new Map<number, string>();
  private readonly controls = new Map<number, boolean>();
  private readonly ends = new Map<number, boolean>();

  constructor(model: LlamaModel, vocabularySize: number) {
    this.model = model;
    this.vocabularySize = vocabularySize;
    this.sentencePiece = model.vocabularyType === LlamaVocabularyType.spm;
    const anchors = model.tokenize("a", false);
    this.anchor = anchors.at(-1) ?? null;
    this.anchorText = this.anchor === null ? "" : model.detokenize(asTokens([this.anchor]), false);
  }

  encode(pieces: readonly PromptPiece[], preceding: readonly number[]): number[] {
    const ids = encodePieces(this, pieces, preceding);
    const { bos, shouldPrependBosToken } = this.model.tokens;
    if (preceding.length === 0 && shouldPrependBosToken && bos !== null && ids[0] !== bos) ids.unshift(bos);
    return ids;
  }

  decoder(preceding: readonly number[], shown: readonly string[]): TokenDecoder {
    const last = preceding.at(-1);
    const startsText = this.sentencePiece && (last === undefined || this.isControl(last));
    return new RunDecoder(this, this.sentencePiece, startsText, shown);
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
    let ends = this.ends.get(id);
    if (ends === undefined) {
      ends = this.model.isEogToken(id as Token);
      this.ends.set(id, ends);
    }
    return ends;
  }

  piece(id: number): string {
    let piece = this.pieces.get(id);
    if (piece === undefined) {
      piece = this.decodeRun([id]);
      this.pieces.set(id, piece);
    }
    return piece;
  }

  decodeRun(ids: readonly number[]): string {
    if (this.anchor !== null) {
      const text = this.model.detokenize(asTokens([this.anchor, ...ids]), false);
      if (text.startsWith(this.anchorText)) return text.slice(this.anchorText.length);
    }
    return this.decodeStart(ids);
  }

  decodeStart(ids: readonly number[]): string {
    return this.model.detokenize(asTokens(ids), false);
  }

  /**
   * SentencePiece models put a space in front of every text. That is right at the start and behind a control token,
   * and wrong in the middle of a text; there the text is tokenised behind a line break, which is taken off again.
   */
  encodeText(text: string, special: boolean, preceding: readonly number[]): number[] {
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
