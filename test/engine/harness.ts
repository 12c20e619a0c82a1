import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type {
  EngineMethod,
  EngineMethods,
  GenerateParams,
  GenerateResult,
  TokenChunk,
} from "../../language-server/contract/engine.ts";
import type { Failure, Result } from "../../language-server/contract/result.ts";
import type { Script } from "../../language-server/engine/scripted/script.ts";
import { createEngineHost, type EngineHost } from "../../language-server/server/engineHost.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const modelPath = (name: string): string => here(`../fixtures/models/${name}`);
export const stories = modelPath("stories260K.gguf");
export const llamaEntry = here("../../language-server/engine/llama/llamaMain.ts");
export const scriptedEntry = here("../../language-server/engine/scripted/scriptedMain.ts");

const scratchFolders: string[] = [];
process.once("exit", () => {
  for (const folder of scratchFolders) rmSync(folder, { recursive: true, force: true });
});

export const scratchFile = (name: string, content: string | Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), "deliberate-engine-"));
  scratchFolders.push(folder);
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
export const newHost = (
  options: { entry?: string; script?: Script; now?: () => number; log?: (text: string) => void } = {},
): EngineHost =>
  createEngineHost({
    entry: options.script === undefined ? (options.entry ?? llamaEntry) : scriptedEntry,
    execArgv: ["--import", "tsx"],
    env:
      options.script === undefined
        ? {}
        : { DELIBERATE_ENGINE_SCRIPT: scratchFile("script.json", JSON.stringify(options.script)) },
    log: (_level, text) => options.log?.(text),
    ...(options.now === undefined ? {} : { now: options.now }),
  });

export const loadParams = (
  overrides: Partial<EngineMethods["load"]["params"]> = {},
): EngineMethods["load"]["params"] => ({
  modelPath: stories,
  gpu: "cpu",
  gpuLayers: "auto",
  contextTokens: 512,
  contextTokensMinimum: 256,
  sequences: 8,
  threads: 1,
  ...overrides,
});

export const generateParams = (overrides: Partial<GenerateParams> = {}): GenerateParams => ({
  slot: 0,
  prompt: [{ text: "Once upon a time", special: false }],
  key: { seed: 7, questionId: "q1", sample: 0, path: 0, stage: 0 },
  sampling: { temperature: 0, topP: 1, minP: 0, topK: 40 },
  budgetTokens: 40,
  stop: { texts: [], atBox: false },
  ...overrides,
});

export function value<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(`${result.error.code}: ${result.error.message}\n${result.error.detail ?? ""}`);
  return result.value;
}

export function error<T>(result: Result<T>): Failure {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value)}`);
  return result.error;
}

/** What one stage gave: its result and the token columns that came as events. */
export interface Stage {
  readonly result: GenerateResult;
  readonly ids: number[];
  readonly logprobs: number[];
  readonly forced: number[];
  readonly texts: string[];
  readonly chunks: TokenChunk[];
}

/** A host with its token events sorted by slot. */
export class TestEngine {
  readonly host: EngineHost;
  private chunks: TokenChunk[] = [];

  constructor(host: EngineHost) {
    this.host = host;
    host.onEvent((event) => {
      if (event.kind === "tokens") this.chunks.push(...event.chunks);
    });
  }

  async call<M extends EngineMethod>(
    method: M,
    params: EngineMethods[M]["params"],
  ): Promise<EngineMethods[M]["result"]> {
    return value(await this.host.request(method, params));
  }

  /** Clears the slot first unless told to go on. */
  async generate(overrides: Partial<GenerateParams> = {}, goOn = false): Promise<Stage> {
    const params = generateParams(overrides);
    if (!goOn) await this.call("clear", { slot: params.slot });
    this.chunks = this.chunks.filter((chunk) => chunk.slot !== params.slot);
    const result = value(await this.host.request("generate", params));
    return this.collect(params.slot, result);
  }

  collect(slot: number, result: GenerateResult): Stage {
    const chunks = this.chunks.filter((chunk) => chunk.slot === slot);
    return {
      result,
      chunks,
      ids: chunks.flatMap((chunk) => [...chunk.ids]),
      logprobs: chunks.flatMap((chunk) => [...chunk.logprobs]),
      forced: chunks.flatMap((chunk) => [...chunk.forced]),
      texts: chunks.flatMap((chunk) => [...chunk.texts]),
    };
  }
}
