import type { Split } from "../../types.ts";
import type { Template } from "../story.ts";
import { testChains, trainChains } from "./chains.ts";
import { comparing } from "./comparing.ts";
import { everyday } from "./everyday.ts";
import { fractions } from "./fractions.ts";
import { grouping } from "./grouping.ts";
import { heldOutTemplates } from "./heldOut.ts";
import { heldOutLongTemplates } from "./heldOutLong.ts";
import { long } from "./long.ts";
import { money } from "./money.ts";
import { places } from "./places.ts";
import { rates } from "./rates.ts";
import { shopping } from "./shopping.ts";

const train: readonly Template[] = [
  ...shopping,
  ...money,
  ...grouping,
  ...comparing,
  ...rates,
  ...fractions,
  ...places,
  ...everyday,
  ...long,
  // Twice: they alone reach five and six steps, and their many turns teach most.
  ...trainChains,
  ...trainChains,
];

const test: readonly Template[] = [...heldOutTemplates, ...heldOutLongTemplates, ...testChains];

/** Scenarios of a split; the two lists share nothing. */
export const templatesOf = (split: Split): readonly Template[] => (split === "train" ? train : test);
