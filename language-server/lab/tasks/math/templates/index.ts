import type { TaskRandom } from "../../random.ts";
import type { Split } from "../../types.ts";
import type { Template } from "../story.ts";
import { animals } from "./animals.ts";
import { anyThings } from "./anyThings.ts";
import { atHome } from "./atHome.ts";
import { building } from "./building.ts";
import { comparing } from "./comparing.ts";
import { crafts } from "./crafts.ts";
import { events } from "./events.ts";
import { everyday } from "./everyday.ts";
import { family } from "./family.ts";
import { fractions } from "./fractions.ts";
import { gardening } from "./gardening.ts";
import { gatherings } from "./gatherings.ts";
import { grouping } from "./grouping.ts";
import { heldOutTemplates } from "./heldOut.ts";
import { heldOutChains } from "./heldOutChains.ts";
import { heldOutLongTemplates } from "./heldOutLong.ts";
import { heldOutMoreTemplates } from "./heldOutMore.ts";
import { journeys } from "./journeys.ts";
import { kitchen } from "./kitchen.ts";
import { long } from "./long.ts";
import { money } from "./money.ts";
import { outings } from "./outings.ts";
import { places } from "./places.ts";
import { rates } from "./rates.ts";
import { savings } from "./savings.ts";
import { sceneTemplates } from "./scenes/compose.ts";
import { schoolDays } from "./schoolDays.ts";
import { shopping } from "./shopping.ts";
import { sports } from "./sports.ts";
import { craft } from "./tales/craft.ts";
import { forms } from "./tales/forms.ts";
import { home } from "./tales/home.ts";
import { numbers } from "./tales/numbers.ts";
import { trades } from "./tales/trades.ts";
import { trip } from "./tales/trip.ts";
import { trainChains } from "./trainChains.ts";
import { travel } from "./travel.ts";
import { workdays } from "./workdays.ts";

const many = (times: number, templates: readonly Template[]): readonly Template[] =>
  Array.from({ length: times }, () => templates).flat();

const train: readonly Template[] = [
  ...shopping,
  ...money,
  ...grouping,
  ...comparing,
  ...rates,
  ...fractions,
  ...places,
  ...everyday,
  ...outings,
  ...long,
  ...workdays,
  ...atHome,
  ...gatherings,
  ...journeys,
  ...animals,
  ...anyThings,
  ...building,
  ...crafts,
  ...events,
  ...family,
  ...gardening,
  ...kitchen,
  ...savings,
  ...schoolDays,
  ...sports,
  ...travel,
  ...trades,
  // Several times: the same beginning leads to questions of different kinds, and the last are told of several worlds.
  ...many(3, [...craft, ...home, ...trip, ...numbers]),
  ...many(4, forms),
  // Twice: they reach every number of steps, and their many turns teach most.
  ...many(2, trainChains),
];

const test: readonly Template[] = [
  ...heldOutTemplates,
  ...heldOutMoreTemplates,
  ...heldOutLongTemplates,
  ...heldOutChains,
];

/** Share of training draws, at every number of steps, that the scenes with drawn structure take. */
const sceneShare = 0.25;

/** Scenarios of a split; the two lists share nothing. */
export const templatesOf = (split: Split): readonly Template[] =>
  split === "train" ? [...train, ...sceneTemplates] : test;

/** A scenario of a split that can have so many steps. */
export function drawTemplate(split: Split, steps: number, random: TaskRandom): Template {
  const ofSteps = (list: readonly Template[]) => list.filter((template) => template.steps.includes(steps));
  if (split === "test") return random.pick(ofSteps(test));
  const scenes = ofSteps(sceneTemplates);
  return random.pick(scenes.length > 0 && random.chance(sceneShare) ? scenes : ofSteps(train));
}
