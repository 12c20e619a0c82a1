import type { EndpointReport } from "../../contract/endpoint.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { type EndpointAddress, formatEndpoint } from "../../core/endpoint/address.ts";
import type { Http } from "./connection/http.ts";
import { Asker } from "./probe/ask.ts";
import { servedModels } from "./probe/models.ts";
import { probeServer, type ServerFindings } from "./probe/probeServer.ts";

export interface Probed {
  readonly report: EndpointReport;
  /** To be applied here; null where the server applies its own, or there is none. */
  readonly template: string | null;
  readonly bosText: string;
  readonly eosText: string;
}

/**
 * Asks all servers of an endpoint what they can do. A pool can do what all of its servers can.
 *
 * Errors: `endpoint/unreachable`, `endpoint/refused`, `endpoint/unusable`.
 */
export async function probeEndpoint(
  address: EndpointAddress,
  http: Http,
  signal: AbortSignal,
): Promise<Result<Probed>> {
  const asker = new Asker(http, signal);
  const found: ServerFindings[] = [];
  for (const probed of await Promise.all(address.urls.map((url) => probeServer(asker, url, address.model)))) {
    if (!probed.ok) return probed;
    found.push(probed.value);
  }
  const [first, ...others] = found;
  if (first === undefined) return fail("endpoint/bad-address", "An endpoint needs an address.");
  const stranger = others.find(
    (other) =>
      other.api !== first.api || other.chatTemplate !== first.chatTemplate || other.model !== first.model,
  );
  if (stranger !== undefined) {
    return fail(
      "endpoint/unusable",
      `${first.url} and ${stranger.url} do not serve the same model in the same way; a pool must.`,
    );
  }
  const least = (values: readonly (number | null)[]): number | null =>
    values.includes(null) ? null : Math.min(...(values as number[]));
  const { model, api, template, tokenIds } = first;
  return ok({
    report: {
      address: formatEndpoint({ urls: address.urls, model }),
      model,
      servers: found.map(({ url, software }) => ({ url, software })),
      api,
      template,
      contextTokens: least(found.map(({ contextTokens }) => contextTokens)),
      parallel: least(found.map(({ parallel }) => parallel)),
      alternatives: least(found.map(({ alternatives }) => alternatives)),
      tokenIds,
      seed: found.every(({ seed }) => seed),
      severalAnswers: found.every(({ severalAnswers }) => severalAnswers),
      consecutiveSeeds: found.every(({ consecutiveSeeds }) => consecutiveSeeds),
      limitField: found.some(({ limitField }) => limitField === "max_completion_tokens")
        ? "max_completion_tokens"
        : "max_tokens",
      continuation: found.every(({ continuation }) => continuation),
      extendedSampling: found.every(({ extendedSampling }) => extendedSampling),
    },
    template: first.chatTemplate,
    bosText: first.bosText,
    eosText: first.eosText,
  });
}

/** Names of the models that an endpoint offers: of a pool, those that all of its servers have. */
export async function endpointModels(
  address: EndpointAddress,
  http: Http,
  signal: AbortSignal,
): Promise<Result<readonly string[]>> {
  const asker = new Asker(http, signal);
  let names: readonly string[] | null = null;
  for (const models of await Promise.all(address.urls.map((url) => servedModels(asker, url)))) {
    if (!models.ok) return models;
    const ids = models.value.map(({ id }) => id);
    names = names === null ? ids : names.filter((name) => ids.includes(name));
  }
  return ok(names ?? []);
}
