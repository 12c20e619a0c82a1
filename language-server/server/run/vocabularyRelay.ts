import type { TokenChunk } from "../../contract/engine.ts";

/**
 * The engine tells the text of a token id once in its life; a run's files must hold it once per run. Adds to a chunk
 * the texts that this run has not seen.
 */
export class VocabularyRelay {
  private readonly told = new Set<number>();

  constructor(private readonly textOf: (id: number) => string | undefined) {}

  complete(chunk: TokenChunk): TokenChunk {
    const vocabulary: { id: number; text: string }[] = [];
    const tell = (id: number) => {
      if (this.told.has(id)) return;
      const text = this.textOf(id);
      if (text === undefined) return;
      this.told.add(id);
      vocabulary.push({ id, text });
    };
    for (const id of chunk.ids) tell(id);
    for (const id of chunk.alternativeIds) tell(id);
    return { ...chunk, vocabulary };
  }
}
