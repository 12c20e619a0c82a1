import type { Split } from "../../types.ts";
import type { Template } from "../story.ts";
import { comparing } from "./comparing.ts";
import { everyday } from "./everyday.ts";
import { fractions } from "./fractions.ts";
import { grouping } from "./grouping.ts";
import { heldOutTemplates } from "./heldOut.ts";
import { heldOutChains } from "./heldOutChains.ts";
import { heldOutLongTemplates } from "./heldOutLong.ts";
import { heldOutMoreTemplates } from "./heldOutMore.ts";
import { long } from "./long.ts";
import { money } from "./money.ts";
import { outings } from "./outings.ts";
import { places } from "./places.ts";
import { rates } from "./rates.ts";
import { shopping } from "./shopping.ts";
import { trainChains } from "./trainChains.ts";

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
