/** The scenarios in the order they are played. */
import type { Scenario } from "../scenario.ts";
import { database } from "./database.ts";
import { databaseServer } from "./databaseServer.ts";
import { endpoint } from "./endpoint.ts";
import { faults } from "./faults.ts";
import { firstUse } from "./firstUse.ts";
import { mainJob } from "./mainJob.ts";
import { questions } from "./questions.ts";
import { training } from "./training.ts";
import { trap } from "./trap.ts";

export const scenarios: readonly Scenario[] = [
  firstUse,
  mainJob,
  questions,
  trap,
  training,
  database,
  databaseServer,
  endpoint,
  faults,
];
