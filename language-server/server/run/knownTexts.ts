import type { LoadParams } from "../../contract/engine.ts";
import type { RunReader } from "../../store/runReader.ts";

/**
 * What the ids of a run's tokens mean, where the model's endpoint has no ids of its own: they are given as texts come,
 * so an engine that goes on with the run has to be told. Empty for all others.
 */
export async function knownTexts(reader: RunReader): Promise<Pick<LoadParams, "vocabulary">> {
  const { host, branch } = reader.manifest;
  if (host.endpoint === undefined || host.endpoint.tokenIds) return {};
  const known = new Map(await reader.vocabulary());
  for (const { given } of branch?.points ?? []) {
    // What a person typed has one id, and has been in no answer yet; the token that they chose before it has.
    let text = given?.text ?? "";
    for (const id of given?.tokens ?? []) {
      const of = known.get(id) ?? text;
      known.set(id, of);
      if (text.startsWith(of)) text = text.slice(of.length);
    }
  }
  return { vocabulary: [...known] };
}
