/** First weights: normal draws that depend only on the seed and the parameter's name. */
import { philox4x32 } from "../../core/sampling/random.ts";
import { elements } from "../graph/node.ts";
import type { DecoderConfig, ParameterSpec } from "./config.ts";

/**
 * Values of one parameter: √(2 / 5d) as spread for matrices (Nguyen and Salazar 2019), less by √(2 · layers) where they
 * write to the residual stream, ones for norms.
 */
export function initialValues(config: DecoderConfig, spec: ParameterSpec, seed: number): Float32Array {
  const count = elements(spec.shape);
  if (spec.role === "norm") return new Float32Array(count).fill(1);
  if (spec.role === "zero") return new Float32Array(count);
  const spread = Math.sqrt(2 / (5 * config.width));
  return normals(count, spec.role === "residual" ? spread / Math.sqrt(2 * config.layers) : spread, [
    seed >>> 0,
    hash(spec.name),
  ]);
}

/** Normal draws with mean 0 (Box and Muller 1958). */
function normals(count: number, spread: number, key: readonly [number, number]): Float32Array {
  const values = new Float32Array(count);
  for (let i = 0; i < count; i += 4) {
    const words = philox4x32([i >>> 2, 0, 0, 0], key);
    for (let pair = 0; pair < 4; pair += 2) {
      const radius = Math.sqrt(-2 * Math.log(((words[pair] ?? 0) + 1) / 4294967297));
      const angle = (2 * Math.PI * (words[pair + 1] ?? 0)) / 4294967296;
      if (i + pair < count) values[i + pair] = spread * radius * Math.cos(angle);
      if (i + pair + 1 < count) values[i + pair + 1] = spread * radius * Math.sin(angle);
    }
  }
  return values;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
