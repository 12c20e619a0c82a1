import type { LabMethods } from "../../contract/lab.ts";
import { ok } from "../../contract/result.ts";
import type { TrainingService } from "../training/trainingService.ts";
import type { Handlers } from "./requests.ts";

/** Requests about training runs. */
export const trainingHandlers = (trainings: TrainingService): Pick<Handlers, keyof LabMethods> => ({
  "deliberate/training/start": ({ recipe }) => trainings.start(recipe),
  "deliberate/training/stop": ({ id }) => trainings.stop(id),
  "deliberate/training/resume": ({ id }) => trainings.resume(id),
  "deliberate/training/delete": ({ id }) => trainings.delete(id),
  "deliberate/training/list": async () => ok({ runs: await trainings.library.list() }),
  "deliberate/training/points": ({ id, from, most }) => trainings.points(id, from, most),
  "deliberate/training/export": ({ id }) => trainings.export(id),
});
