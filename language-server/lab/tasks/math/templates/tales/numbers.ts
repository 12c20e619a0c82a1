import type { Template } from "../../story.ts";
import { numbersBackwards } from "./numbersBackwards.ts";
import { numbersChains } from "./numbersChains.ts";
import { numbersChanges } from "./numbersChanges.ts";
import { numbersCompare } from "./numbersCompare.ts";
import { numbersFew } from "./numbersFew.ts";
import { numbersGroups } from "./numbersGroups.ts";
import { numbersLong } from "./numbersLong.ts";
import { numbersMoney } from "./numbersMoney.ts";
import { numbersMotion } from "./numbersMotion.ts";
import { numbersNeeds } from "./numbersNeeds.ts";
import { numbersOnce } from "./numbersOnce.ts";
import { numbersParts } from "./numbersParts.ts";
import { numbersPlans } from "./numbersPlans.ts";
import { numbersPrices } from "./numbersPrices.ts";
import { numbersRates } from "./numbersRates.ts";
import { numbersRatio } from "./numbersRatio.ts";
import { numbersReverse } from "./numbersReverse.ts";
import { numbersShapes } from "./numbersShapes.ts";
import { numbersShort } from "./numbersShort.ts";
import { numbersTimes } from "./numbersTimes.ts";
import { numbersTwice } from "./numbersTwice.ts";

/** One structure of numbers told in many different worlds. */
export const numbers: readonly Template[] = [
  ...numbersChains,
  ...numbersChanges,
  ...numbersCompare,
  ...numbersBackwards,
  ...numbersFew,
  ...numbersGroups,
  ...numbersLong,
  ...numbersMoney,
  ...numbersMotion,
  ...numbersNeeds,
  ...numbersOnce,
  ...numbersParts,
  ...numbersPrices,
  ...numbersPlans,
  ...numbersRates,
  ...numbersRatio,
  ...numbersReverse,
  ...numbersShapes,
  ...numbersShort,
  ...numbersTimes,
  ...numbersTwice,
];
