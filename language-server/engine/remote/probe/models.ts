import { fail, ok, type Result } from "../../../contract/result.ts";
import { asList, asNumber, asText } from "../wire/wire.ts";
import type { Asker } from "./ask.ts";

export interface ServedModel {
  readonly id: string;
  readonly owner: string;
  readonly contextTokens: number | null;
}

/** The models of one server. */
export async function servedModels(asker: Asker, url: string): Promise<Result<readonly ServedModel[]>> {
  const told = await asker.ask(`${url}/models`);
  if (!told.ok) return told;
  const models = asList(told.value.body.data).flatMap((entry): ServedModel[] => {
    const id = asText(entry.id);
    return id === ""
      ? []
      : [{ id, owner: asText(entry.owned_by), contextTokens: asNumber(entry.max_model_len) ?? null }];
  });
  if (told.value.status === 200 && models.length > 0) return ok(models);
  return fail(
    "endpoint/unusable",
    `${url} is not an OpenAI-compatible endpoint: ${url}/models lists no models. Name the address up to and with /v1.`,
    told.value.text.slice(0, 2000),
  );
}

/** The model that is asked for, or the only one. */
export function chosenModel(
  models: readonly ServedModel[],
  wanted: string | null,
  url: string,
): Result<ServedModel> {
  const [only, ...more] = models;
  const names = models.map(({ id }) => `“${id}”`).join(", ");
  if (wanted === null) {
    if (only !== undefined && more.length === 0) return ok(only);
    return fail("endpoint/unusable", `${url} has several models: ${names}. Name one behind #.`);
  }
  const found = models.find(({ id }) => id === wanted);
  return found === undefined
    ? fail("endpoint/unusable", `${url} has no model “${wanted}”, but ${names}.`)
    : ok(found);
}
