/**
 * The message loop of an engine process. It never ends by itself: bad messages are answered or logged, and only the
 * parent's going away (or a native fault) ends the process.
 */
import type { EngineEvent, EngineMessage, EngineMethod, EngineResponse } from "../contract/engine.ts";
import { type Failure, fail, type Result } from "../contract/result.ts";
import { contractVersion } from "../contract/version.ts";
import type { Engine, EngineSink } from "./engine.ts";
import { engineFailure } from "./slotEngine.ts";

const methods: Readonly<Record<EngineMethod, true>> = {
  load: true,
  tokenize: true,
  generate: true,
  append: true,
  fork: true,
  clear: true,
  hold: true,
  stalled: true,
  cancel: true,
  counters: true,
  unload: true,
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Runs an engine over this process's IPC channel until the parent is gone. */
export function serveEngine(createEngine: (sink: EngineSink) => Engine): void {
  const post = (message: EngineResponse | EngineEvent): void => {
    // A channel that closes under us is the parent's end; "disconnect" takes care of it.
    if (process.connected === true) process.send?.(message, undefined, {}, () => {});
  };
  const engine = createEngine(post);

  process.on("message", (message: EngineMessage) => {
    void answer(engine, message, post);
  });
  process.on("disconnect", () => process.exit(0));
  process.on("unhandledRejection", (reason) => {
    post({ kind: "log", level: "error", text: `Unhandled rejection: ${engineFailure(reason).detail ?? ""}` });
  });
  process.on("uncaughtException", (error) => {
    post({ kind: "log", level: "error", text: `Uncaught exception: ${error.stack ?? error.message}` });
  });
  post({ kind: "ready", contractVersion });
}

async function answer(
  engine: Engine,
  message: unknown,
  post: (message: EngineResponse | EngineEvent) => void,
): Promise<void> {
  if (!isRecord(message) || message.kind !== "request" || typeof message.id !== "number") {
    post({ kind: "log", level: "warn", text: "A message that is not a request was ignored." });
    return;
  }
  const id = message.id;
  const refuse = (error: Failure): void => post({ kind: "response", id, ok: false, error });
  const method = message.method;
  if (typeof method !== "string" || !Object.hasOwn(methods, method)) {
    refuse({ code: "input/invalid", message: `The engine has no method "${String(method)}".` });
    return;
  }
  const problem = paramsProblem(method as EngineMethod, message.params);
  if (problem !== null) {
    refuse({ code: "input/invalid", message: `The engine cannot read "${method}": ${problem}.` });
    return;
  }
  let result: Result<unknown>;
  try {
    result = await call(engine, method as EngineMethod, message.params);
  } catch (error) {
    result = { ok: false, error: engineFailure(error) };
  }
  post(
    result.ok
      ? { kind: "response", id, ok: true, result: result.value }
      : { kind: "response", id, ok: false, error: result.error },
  );
}

function call(engine: Engine, method: EngineMethod, params: unknown): Promise<Result<unknown>> {
  const run = engine[method] as (params: unknown) => Promise<Result<unknown>>;
  return run.call(engine, params);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isPrompt = (value: unknown): boolean =>
  Array.isArray(value) && value.every((piece) => isRecord(piece) && typeof piece.text === "string");

/** What is wrong with the parameters, or null. Only what would make the engine fail in an unclear way is tested. */
function paramsProblem(method: EngineMethod, params: unknown): string | null {
  if (!isRecord(params)) return "parameters are missing";
  const needs = (name: string, good: (value: unknown) => boolean, what: string): string | null =>
    good(params[name]) ? null : `"${name}" must be ${what}`;
  switch (method) {
    case "load":
      return (
        needs("modelPath", (v) => typeof v === "string" && v !== "", "a path") ??
        needs("sequences", (v) => isCount(v) && (v as number) > 0, "a positive integer") ??
        needs("contextTokens", (v) => isCount(v) && (v as number) > 0, "a positive integer")
      );
    case "tokenize":
      return needs("prompt", isPrompt, "a list of texts");
    case "generate":
      return (
        needs("slot", isCount, "a slot number") ??
        needs("prompt", isPrompt, "a list of texts") ??
        needs("budgetTokens", isCount, "a token count") ??
        needs("key", isRecord, "a draw key") ??
        needs("sampling", (v) => isRecord(v) && typeof v.temperature === "number", "sampling settings") ??
        needs("stop", (v) => isRecord(v) && Array.isArray(v.texts), "stop conditions")
      );
    case "append":
      return needs("slot", isCount, "a slot number") ?? needs("prompt", isPrompt, "a list of texts");
    case "fork":
      return needs("from", isCount, "a slot number") ?? needs("to", isCount, "a slot number");
    case "clear":
    case "hold":
    case "cancel":
    case "counters":
      return needs("slot", isCount, "a slot number");
    case "stalled":
    case "unload":
      return null;
  }
}

/** For engine entries that cannot even be built: every request is answered with the same failure. */
export const brokenEngine = (message: string, detail: string): Engine => {
  const answerAll = async (): Promise<Result<never>> => fail("engine/failed", message, detail);
  return {
    load: answerAll,
    tokenize: answerAll,
    generate: answerAll,
    append: answerAll,
    fork: answerAll,
    clear: answerAll,
    hold: answerAll,
    stalled: answerAll,
    cancel: answerAll,
    counters: answerAll,
    unload: answerAll,
  };
};
