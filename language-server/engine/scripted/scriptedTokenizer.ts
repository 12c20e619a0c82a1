import type { PromptPiece } from "../../contract/engine.ts";
import type { TokenDecoder, Tokenizer } from "../backend.ts";

export const bosText = "<s>";
export const eosText = "<|end|>";
/** Control texts that a prompt's special pieces may hold. */
const controlTexts = [bosText, eosText, "<|user|>", "<|assistant|>", "<|system|>"];
export const eosId = 1;

/** Words or characters as tokens; ids are handed out in order of appearance, so they depend only on the text. */
export class ScriptedTokenizer implements Tokenizer {
  readonly vocabularySize = 65_536;
  private readonly texts: string[] = [...controlTexts];
  private readonly ids = new Map<string, number>(controlTexts.map((text, id) => [text, id]));
  private readonly byCharacter: boolean;

  constructor(tokens: "word" | "character") {
    this.byCharacter = tokens === "character";
  }

  encode(pieces: readonly PromptPiece[], preceding: readonly number[]): number[] {
    const ids = pieces.flatMap((piece) =>
      piece.special ? this.encodeSpecial(piece.text) : this.words(piece.text),
    );
    if (preceding.length === 0 && ids[0] !== 0) ids.unshift(0);
    return ids;
  }

  /** Ordinary text as tokens; control texts in it stay text. */
  words(text: string): number[] {
    const parts = this.byCharacter
      ? Array.from(text)
      : (text.match(/ ?[\p{L}\p{M}]+| ?\p{N}|\s|[^\s\p{L}\p{M}\p{N}]/gu) ?? []);
    return parts.map((part) => this.idOf(part));
  }

  decoder(_preceding: readonly number[], shown: readonly string[]): TokenDecoder {
    return {
      push: (id) => (this.isControl(id) && !shown.includes(this.text(id)) ? "" : this.text(id)),
      flush: () => "",
    };
  }

  text(id: number): string {
    return this.texts[id] ?? "";
  }

  textOf(ids: readonly number[]): string {
    return ids.map((id) => this.text(id)).join("");
  }

  isControl(id: number): boolean {
    return id < controlTexts.length;
  }

  isEndOfGeneration(id: number): boolean {
    return id === eosId;
  }

  private encodeSpecial(text: string): number[] {
    const pattern = new RegExp(
      `(${controlTexts.map((control) => control.replace(/[|]/g, "\\|")).join("|")})`,
    );
    return text
      .split(pattern)
      .flatMap((part) => (controlTexts.includes(part) ? [this.idOf(part)] : this.words(part)));
  }

  private idOf(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      // The vocabulary is finite, as a real one is; tests never come near its end.
      id = Math.min(this.texts.length, this.vocabularySize - 1);
      this.texts[id] = text;
      this.ids.set(text, id);
    }
    return id;
  }
}
