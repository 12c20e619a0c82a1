// A worker that dies or stalls on request, to test what the host does about it.
import { parentPort } from "node:worker_threads";

parentPort.on("message", ({ id, pred, gold }) => {
  parentPort.postMessage({ kind: "started", id });
  if (pred.includes("die")) process.exit(7);
  if (pred.includes("memory")) {
    const hoard = [];
    for (;;) hoard.push(new Array(1_000_000).fill(Math.random()));
  }
  if (pred.includes("stall")) for (;;);
  const decision = {
    correct: true,
    rule: "symbolic",
    grader: "symbolic",
    reason: "Alive.",
    flags: [],
    predNormal: pred,
    goldNormal: gold,
  };
  parentPort.postMessage({ kind: "done", id, decision });
});
parentPort.postMessage({ kind: "ready" });
