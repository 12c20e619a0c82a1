/** Watches the lab process: native code may abort it, and training then goes on from the last checkpoint. */
import { type ChildProcess, fork } from "node:child_process";
import { env, execArgv as ownArguments, versions } from "node:process";
import { fail, ok, type Result } from "../../contract/result.ts";
import type { RecipeResult } from "../recipe/train.ts";
import type { StepReport } from "../train/trainer.ts";
import type { LabMessage, LabOrder } from "./messages.ts";

export interface LabHostOptions {
  /** Path of `labMain`, bundled or not. */
  readonly entry: string;
  readonly execArgv?: readonly string[];
  readonly onStep?: (report: StepReport) => void;
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
 * Errors: those of `trainRecipe`; `engine/crash-loop` when the process dies again and again without getting anywhere.
 */
export async function trainInProcess(
  order: LabOrder,
  options: LabHostOptions,
): Promise<Result<RecipeResult>> {
  for (let deaths = 0; ; ) {
    let stepped = false;
    const ending = await once(order, options, () => {
      stepped = true;
    });
    if (ending.kind === "finished") return ok(ending.result);
    if (ending.kind === "failed") return { ok: false, error: ending.failure };
    deaths = stepped ? 1 : deaths + 1;
    if (deaths >= deathsAllowed) {
      return fail(
        "engine/crash-loop",
        "The lab process died several times without getting anywhere. Choose another device or a smaller batch.",
        ending.lastWords,
      );
    }
    options.onLost?.(ending.how, ending.lastWords);
  }
}

type Ending =
  | Exclude<LabMessage, { readonly kind: "stepped" }>
  | { readonly kind: "died"; readonly how: string; readonly lastWords: string };

function once(order: LabOrder, options: LabHostOptions, onStep: () => void): Promise<Ending> {
  return new Promise((resolve) => {
    const child: ChildProcess = fork(options.entry, [order.recipePath, order.folder], {
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
      if (message.kind === "stepped") {
        onStep();
        options.onStep?.(message.report);
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
