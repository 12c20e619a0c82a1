import type { Split } from "../../types.ts";
import type { Template } from "../story.ts";
import { animals } from "./animals.ts";
import { anyThings } from "./anyThings.ts";
import { building } from "./building.ts";
import { comparing } from "./comparing.ts";
import { crafts } from "./crafts.ts";
import { events } from "./events.ts";
import { everyday } from "./everyday.ts";
import { family } from "./family.ts";
import { fractions } from "./fractions.ts";
import { gardening } from "./gardening.ts";
import { grouping } from "./grouping.ts";
import { heldOutTemplates } from "./heldOut.ts";
import { heldOutChains } from "./heldOutChains.ts";
import { heldOutLongTemplates } from "./heldOutLong.ts";
import { heldOutMoreTemplates } from "./heldOutMore.ts";
import { kitchen } from "./kitchen.ts";
import { long } from "./long.ts";
import { money } from "./money.ts";
import { outings } from "./outings.ts";
import { places } from "./places.ts";
import { rates } from "./rates.ts";
import { savings } from "./savings.ts";
import { schoolDays } from "./schoolDays.ts";
import { shopping } from "./shopping.ts";
import { sports } from "./sports.ts";
import { trainChains } from "./trainChains.ts";
import { travel } from "./travel.ts";

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
  // Twice: they reach every number of steps, and their many turns teach most.
  ...trainChains,
  ...trainChains,
];

const test: readonly Template[] = [
  ...heldOutTemplates,
  ...heldOutMoreTemplates,
  ...heldOutLongTemplates,
  ...heldOutChains,
];

/** Scenarios of a split; the two lists share nothing. */
export const templatesOf = (split: Split): readonly Template[] => (split === "train" ? train : test);
