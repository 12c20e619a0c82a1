/** The scenarios in the order they are played. */
import type { Scenario } from "../scenario.ts";
import { mainJob } from "./mainJob.ts";

export const scenarios: readonly Scenario[] = [mainJob];
