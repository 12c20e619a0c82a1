import type { SamplingSettings } from "../contract/entities.ts";
import type { Settings } from "../contract/methods.ts";

/** What holds where the user has set nothing; the same values stand in the manifest (tested). */
export const defaultSampling: SamplingSettings = { temperature: 0.6, topP: 0.95, minP: 0, topK: 40 };

export const defaultSettings: Settings = {
  model: { path: "", downloadFolder: "", huggingFaceEndpoint: "https://huggingface.co" },
  engine: {
    gpu: "auto",
    gpuLayers: "auto",
    contextTokens: 0,
    sequences: 0,
    threads: 0,
    strict: false,
    endRepetition: true,
  },
  endpoint: { timeoutSeconds: 120, attempts: 8 },
  run: { protocol: "thinker", samples: 1, seed: 0, folder: "" },
  sampling: defaultSampling,
  grading: { profile: "lenient" },
  questions: { fieldMapping: {} },
  sql: { enabled: true, inlineSuggestions: true, completion: true, diagnostics: true, hover: true },
};

/** Settings as VS Code hands them over (parts may be missing) on top of the defaults. */
export function completeSettings(given: unknown): Settings {
  const source = (typeof given === "object" && given !== null ? given : {}) as Partial<
    Record<keyof Settings, object>
  >;
  const entries = Object.entries(defaultSettings).map(([area, defaults]) => [
    area,
    { ...defaults, ...withoutNulls(source[area as keyof Settings]) },
  ]);
  return Object.fromEntries(entries) as Settings;
}

function withoutNulls(value: object | undefined): object {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, entry]) => entry !== null && entry !== undefined),
  );
}
