import type { LabMethods } from "../../contract/lab.ts";
import { fail, ok } from "../../contract/result.ts";
import type { Handlers } from "./requests.ts";

const unknown = async () => fail("training/not-found", "There is no such training run.");

/** Requests about training runs. */
export const trainingHandlers = (): Pick<Handlers, keyof LabMethods> => ({
  "deliberate/training/start": unknown,
  "deliberate/training/stop": unknown,
  "deliberate/training/resume": unknown,
  "deliberate/training/delete": unknown,
  "deliberate/training/list": () => ok({ runs: [] }),
  "deliberate/training/points": unknown,
  "deliberate/training/export": unknown,
});
