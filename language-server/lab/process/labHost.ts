/** Watches the lab process: native code may abort it, and training then goes on from the last checkpoint. */
import { type ChildProcess, fork } from "node:child_process";
import { env, execArgv as ownArguments, versions } from "node:process";
import type { MachineLimits } from "../../contract/engine.ts";
import type { TrainingPoint } from "../../contract/lab.ts";
import { type Failure, fail, ok, type Result } from "../../contract/result.ts";
import type { Recipe } from "../recipe/recipe.ts";
import { writeRunStatus } from "../recipe/runFolder.ts";
import type { DeviceState, RunFacts } from "../recipe/train.ts";
import type { TrainingResult } from "./carryOut.ts";
import type { LabMessage, LabOptions, LabOrder } from "./messages.ts";
import { type LabDevice, startFailure } from "./startFailure.ts";

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

/** Deaths in a row without a single step between them, on devices that have passed their self-test. */
const deathsAllowed = 3;
const keptWords = 4000;

/**
 * Carries out a recipe in a process of its own.
 *
 * Errors: those of `carryOut`; `engine/failed` when the process dies before its device has passed the self-test even
 * once; `engine/crash-loop` when it dies again and again without getting anywhere.
 */
export async function trainInProcess(
  order: LabOrder,
  options: LabHostOptions,
): Promise<Result<TrainingResult>> {
  const { recipePath, folder, ...labOptions } = order;
  /** What dies on a device that has passed the test once dies of something else. */
  const tested = new Set<LabDevice>();
  for (let deaths = 0; ; ) {
    let stepped = false;
    let opening: LabDevice | null = null;
    const ending = await once(recipePath, folder, labOptions, options, {
      onDevice: (device, state) => {
        opening = state === "opening" ? device : null;
        if (state === "tested") tested.add(device);
      },
      onStep: () => {
        stepped = true;
      },
    });
    if (ending.kind === "finished") return ok(ending.result);
    if (ending.kind === "failed") return { ok: false, error: ending.failure };
    if (ending.kind === "exported" || ending.kind === "measured")
      return fail("internal", "The lab process did something else where it was to train.");
    deaths = stepped ? 1 : deaths + 1;
    const failure = failureOf(ending, deaths, opening === null || tested.has(opening) ? null : opening);
    if (failure !== null) {
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
  const ending = await once(recipePath, folder, { onlyExport: true }, options);
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
  const ending = await once("", "", { onlyLimits: true, device }, options);
  if (ending.kind === "measured") return ok(ending.limits);
  if (ending.kind === "failed") return { ok: false, error: ending.failure };
  const words = ending.kind === "died" ? ending.lastWords : "";
  return fail("engine/lost", "The lab process ended before the device was measured.", words);
}

interface Death {
  readonly kind: "died";
  readonly how: string;
  readonly lastWords: string;
}

type Ending = Exclude<LabMessage, { readonly kind: "device" | "stepped" | "opened" }> | Death;

/**
 * Why a process that died is not started again; null when it is.
 * @param opening the device that was being opened or tested, where it never passed its test
 */
function failureOf({ how, lastWords }: Death, deaths: number, opening: LabDevice | null): Failure | null {
  const atStart = opening === null ? null : startFailure(opening, how, lastWords);
  if (atStart !== null || deaths < deathsAllowed) return atStart;
  return {
    code: "engine/crash-loop",
    message:
      "The lab process died several times without getting anywhere. Choose another device or a smaller batch.",
    detail: lastWords,
  };
}

/** What is told while the process works, besides what is handed on to the options. */
interface Progress {
  readonly onDevice?: (device: LabDevice, state: DeviceState) => void;
  readonly onStep?: () => void;
}

function once(
  recipePath: string,
  folder: string,
  labOptions: LabOptions,
  options: LabHostOptions,
  progress: Progress = {},
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
      else if (message.kind === "device") progress.onDevice?.(message.device, message.state);
      else if (message.kind === "stepped") {
        progress.onStep?.();
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
