import type { SamplingSettings } from "../../contract/entities.ts";
import type { Candidates } from "./candidates.ts";

/**
 * How many of the (ordered) candidates the settings keep, with their weights after temperature.
 * Order of the filters as in Hugging Face and vLLM, which published results were made with: top-k, temperature,
 * top-p, min-p (llama.cpp applies temperature last, thinker.md 10.10).
 */
export function keptWeights(candidates: Candidates, settings: SamplingSettings): Float64Array {
  const weights = new Float64Array(candidates.count);
  return weights.subarray(0, fillWeights(candidates, settings, weights));
}

/** @returns how many of the weights count */
function fillWeights(candidates: Candidates, settings: SamplingSettings, weights: Float64Array): number {
  const limit = settings.topK > 0 ? Math.min(settings.topK, candidates.count) : candidates.count;
  const top = candidates.probabilities[0] ?? 0;
  let sum = 0;
  const exponent = 1 / settings.temperature;
  for (let i = 0; i < limit; i++) {
    // Relative to the top candidate, so that a low temperature does not underflow all of them.
    const ratio = (candidates.probabilities[i] ?? 0) / top;
    const weight = settings.temperature === 1 || ratio === 0 ? ratio : Math.exp(Math.log(ratio) * exponent);
    weights[i] = weight;
    sum += weight;
  }
  let kept = limit;
  if (settings.topP < 1) {
    const wanted = settings.topP * sum;
    let cumulated = 0;
    for (kept = 0; kept < limit && (kept === 0 || cumulated < wanted); kept++)
      cumulated += weights[kept] ?? 0;
  }
  if (settings.minP > 0) {
    let survivors = 1;
    while (survivors < kept && (weights[survivors] ?? 0) >= settings.minP) survivors++;
    kept = survivors;
  }
  return kept;
}

/** Used by one draw after the other: a draw is made for every token. */
let scratch = new Float64Array(256);

/**
 * Draws one candidate.
 * @param uniform in [0, 1); not used when greedy
 * @returns index into the candidates; 0 (the most likely) at temperature 0
 */
export function draw(candidates: Candidates, settings: SamplingSettings, uniform: number): number {
  if (settings.temperature <= 0 || candidates.count <= 1) return 0;
  if (scratch.length < candidates.count) scratch = new Float64Array(candidates.count);
  const weights = scratch;
  const kept = fillWeights(candidates, settings, weights);
  let sum = 0;
  for (let i = 0; i < kept; i++) sum += weights[i] ?? 0;
  let left = uniform * sum;
  for (let i = 0; i < kept; i++) {
    left -= weights[i] ?? 0;
    if (left < 0) return i;
  }
  // Rounding may leave a crumb: it belongs to the last one that has any weight.
  for (let i = kept - 1; i > 0; i--) if ((weights[i] ?? 0) > 0) return i;
  return 0;
}
