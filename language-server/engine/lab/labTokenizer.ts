import type { PromptPiece } from "../../contract/engine.ts";
import { Tokenizer as BytePairs, type TokenizerData } from "../../lab/tokenizer/bpe.ts";
import type { TokenDecoder, Tokenizer } from "../backend.ts";
import { encodePieces, RunDecoder, type Vocabulary } from "../vocabulary.ts";

/** The tokenizer of a training run, as llama.cpp uses it once it is exported: no beginning-of-sequence token. */
export class LabTokenizer implements Tokenizer, Vocabulary {
  readonly vocabularySize: number;
  private readonly pairs: BytePairs;
  private readonly controls: ReadonlySet<number>;
  private readonly end: number;

  /** @param endToken name of the special token that ends an answer; throws when there is none */
  constructor(data: TokenizerData, endToken: string) {
    this.pairs = new BytePairs(data);
    this.vocabularySize = this.pairs.size;
    this.controls = new Set(data.special.map((name) => this.pairs.idOf(name)));
    this.end = this.pairs.idOf(endToken);
  }

  encode(pieces: readonly PromptPiece[], preceding: readonly number[]): number[] {
    return encodePieces(this, pieces, preceding);
  }

  decoder(_preceding: readonly number[], shown: readonly string[]): TokenDecoder {
    return new RunDecoder(this, false, false, shown);
  }

  encodeText(text: string, special: boolean): number[] {
    return this.pairs.encode(text, special);
  }

  text(id: number): string {
    return this.pairs.decode([id], true);
  }

  isControl(id: number): boolean {
    return this.controls.has(id);
  }

  isEndOfGeneration(id: number): boolean {
    return id === this.end;
  }

  piece(id: number): string {
    return this.pairs.decode([id]);
  }

  decodeRun(ids: readonly number[]): string {
    return this.pairs.decode(ids);
  }

  decodeStart(ids: readonly number[]): string {
    return this.pairs.decode(ids);
  }
}
