import { parentPort } from "node:worker_threads";
import { gradeAnswer } from "../core/grading/grade.ts";
import type { Decision } from "../core/grading/types.ts";
import type { WorkReply, WorkRequest } from "./messages.ts";

/**
 * Entry of the grading worker: the only thread that holds the symbolic engine. It may hang or run out of memory on a
 * hostile answer; the host then kills and replaces it.
 */
const port = parentPort;
if (port === null) throw new Error("The grading worker runs as a worker thread only.");
const send = (reply: WorkReply): void => port.postMessage(reply);

// The library can compile formulas to JavaScript. Text of a model must never become code, so that door is shut before
// the library is loaded.
const refuse = (): never => {
  throw new Error("Code generation from text is switched off in the grading worker.");
};
const NativeFunction = Function;
const Shut = new Proxy(NativeFunction, { construct: refuse, apply: refuse });
Object.defineProperty(globalThis, "Function", { value: Shut, configurable: false, writable: false });
Object.defineProperty(globalThis, "eval", { value: refuse, configurable: false, writable: false });
Object.defineProperty(NativeFunction.prototype, "constructor", {
  value: Shut,
  configurable: false,
  writable: false,
});

const { createComputeEngine } = await import("../core/grading/symbolic/computeEngine.ts");
const engine = createComputeEngine();

const failed = (gold: string, pred: string, reason: string): Decision => ({
  correct: false,
  rule: "none",
  grader: "symbolic",
  reason,
  flags: ["unparsed"],
  predNormal: pred,
  goldNormal: gold,
});

port.on("message", ({ id, pred, gold, options }: WorkRequest) => {
  send({ kind: "started", id });
  let decision: Decision;
  try {
    const judged = gradeAnswer(pred, gold, options, engine);
    decision = judged === "open" ? failed(gold, pred, "The two answers could not be compared.") : judged;
  } catch {
    // An answer is never right by an exception.
    decision = failed(gold, pred, "The answers could not be evaluated.");
  }
  send({ kind: "done", id, decision });
});
send({ kind: "ready" });
