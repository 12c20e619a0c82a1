import { fileURLToPath } from "node:url";
import type { EngineMethods, GenerateParams } from "../../../language-server/contract/engine.ts";
import { generateParams, newHost, type Stage, TestEngine, value } from "../harness.ts";

const remoteEntry = fileURLToPath(
  new URL("../../../language-server/engine/remote/remoteMain.ts", import.meta.url),
);

/** Impatient, so that tests of failures are short. */
export const quickAccess = { timeoutMs: 1500, attempts: 6, pauseMs: 5 };

export const endpointParams = (
  url: string,
  overrides: Partial<EngineMethods["load"]["params"]> = {},
): EngineMethods["load"]["params"] => ({
  modelPath: url,
  gpu: "auto",
  gpuLayers: "auto",
  contextTokens: 512,
  contextTokensMinimum: 128,
  sequences: 4,
  endpoint: quickAccess,
  ...overrides,
});

export interface RemoteEngine extends TestEngine {
  readonly log: string[];
}

export async function startRemote(): Promise<RemoteEngine> {
  const log: string[] = [];
  const host = newHost({ entry: remoteEntry, log: (text) => log.push(text) });
  value(await host.start());
  return Object.assign(new TestEngine(host), { log });
}

/** The texts of a stage put together must be its text, and the ids of its tokens those of its text. */
export const textOf = (stage: Stage): string => stage.texts.join("");

/** Eight different stages, as the paths of a run would ask for them. */
export const manyStages = (count: number, overrides: Partial<GenerateParams> = {}): GenerateParams[] =>
  Array.from({ length: count }, (_, at) =>
    generateParams({
      slot: at,
      prompt: [{ text: starts[at % starts.length] ?? "", special: false }],
      key: { seed: 7, questionId: `q${at}`, sample: 0, path: 0, stage: 0 },
      budgetTokens: 30,
      ...overrides,
    }),
  );

const starts = [
  "Once upon a time",
  "Lily had a red ball",
  "The dog ran to the park",
  "One day, Tom and Sue",
  "The sun was hot",
  "Mom said that",
  "There was a big tree",
  "A small bird",
];
