/** Watches the lab process: native code may abort it, and training then goes on from the last checkpoint. */
import { type ChildProcess, fork } from "node:child_process";
import { env, execArgv as ownArguments, versions } from "node:process";
import type { MachineLimits } from "../../contract/engine.ts";
import type { TrainingPoint } from "../../contract/lab.ts";
import { type Failure, fail, ok, type Result } from "../../contract/result.ts";
import type { Recipe } from "../recipe/recipe.ts";
import { writeRunStatus } from "../recipe/runFolder.ts";
import type { RunFacts } from "../recipe/train.ts";
import type { TrainingResult } from "./carryOut.ts";
import type { LabMessage, LabOptions, LabOrder } from "./messages.ts";

export interface LabHostOptions {
  /** Path of `labMain`, bundled or not. */
  readonly entry: string;
  readonly execArgv?: readonly string[];
  /** A folder's training begins, anew or where it was left. */
  readonly onOpen?: (folder: string, facts: RunFacts) => void;
  readonly onStep?: (point: TrainingPoint, folder: string) => void;
  /** The process died and is started again; with its last words. */
  readonly onLost?: (how: string, lastWords: string) => void;
  /** Ends training after the step in progress. */
  readonly signal?: AbortSignal;
}

/** Deaths in a row without a single step between them. */
const deathsAllowed = 3;
const keptWords = 4000;

/**
 * Carries out a recipe in a process of its own.
 *
 * Errors: those of `carryOut`; `engine/crash-loop` when the process dies again and again without getting anywhere.
 */
export async function trainInProcess(
  order: LabOrder,
  options: LabHostOptions,
): Promise<Result<TrainingResult>> {
  const { recipePath, folder, ...labOptions } = order;
  for (let deaths = 0; ; ) {
    let stepped = false;
    const ending = await once(recipePath, folder, labOptions, options, () => {
      stepped = true;
    });
    if (ending.kind === "finished") return ok(ending.result);
    if (ending.kind === "failed") return { ok: false, error: ending.failure };
    if (ending.kind === "exported" || ending.kind === "measured")
      return fail("internal", "The lab process did something else where it was to train.");
    deaths = stepped ? 1 : deaths + 1;
    if (deaths >= deathsAllowed) {
      const failure: Failure = {
        code: "engine/crash-loop",
        message:
          "The lab process died several times without getting anywhere. Choose another device or a smaller batch.",
        detail: ending.lastWords,
      };
      // It could not write that itself.
      await writeRunStatus(folder, { status: "failed", failure });
      return { ok: false, error: failure };
    }
    options.onLost?.(ending.how, ending.lastWords);
  }
}

/**
 * Writes the newest checkpoint of a run as a GGUF file, in a process of its own because of the work it makes.
 *
 * Errors: those of `exportCheckpoint`; `engine/lost` when the process died.
 */
export async function exportInProcess(
  { recipePath, folder }: LabOrder,
  options: Pick<LabHostOptions, "entry" | "execArgv">,
): Promise<Result<string>> {
  const ending = await once(recipePath, folder, { onlyExport: true }, options, () => undefined);
  if (ending.kind === "exported") return ok(ending.path);
  if (ending.kind === "failed") return { ok: false, error: ending.failure };
  const words = ending.kind === "died" ? ending.lastWords : "";
  return fail("engine/lost", "The lab process ended before the model was exported.", words);
}

/**
 * Measures what a device can do, in a process of its own. Takes some seconds, most of them to start.
 *
 * Errors: `engine/failed` without such a device; `engine/lost` when the process died.
 */
export async function limitsInProcess(
  device: Partial<Recipe["device"]>,
  options: Pick<LabHostOptions, "entry" | "execArgv">,
): Promise<Result<MachineLimits>> {
  const ending = await once("", "", { onlyLimits: true, device }, options, () => undefined);
  if (ending.kind === "measured") return ok(ending.limits);
  if (ending.kind === "failed") return { ok: false, error: ending.failure };
  const words = ending.kind === "died" ? ending.lastWords : "";
  return fail("engine/lost", "The lab process ended before the device was measured.", words);
}

type Ending =
  | Exclude<LabMessage, { readonly kind: "stepped" | "opened" }>
  | { readonly kind: "died"; readonly how: string; readonly lastWords: string };

function once(
  recipePath: string,
  folder: string,
  labOptions: LabOptions,
  options: LabHostOptions,
  onStep: () => void,
): Promise<Ending> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(options.entry, [recipePath, folder, JSON.stringify(labOptions)], {
      execArgv: [...(options.execArgv ?? ownArguments)],
      env: { ...env, ...(versions.electron === undefined ? {} : { ELECTRON_RUN_AS_NODE: "1" }) },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let words = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      words = (words + text).slice(-keptWords);
    });
    let ending: Ending | null = null;
    child.on("message", (message: LabMessage) => {
      if (message.kind === "opened") options.onOpen?.(message.folder, message.facts);
      else if (message.kind === "stepped") {
        onStep();
        options.onStep?.(message.point, message.folder);
      } else ending = message;
    });
    const stop = () => {
      if (child.connected) child.send("stop");
    };
    options.signal?.addEventListener("abort", stop, { once: true });
    if (options.signal?.aborted === true) stop();
    child.on("error", (error) => {
      words += String(error);
    });
    child.on("close", (code, signal) => {
      options.signal?.removeEventListener("abort", stop);
      resolve(ending ?? { kind: "died", how: signal ?? `exit code ${code}`, lastWords: words });
    });
  });
}
