import type { Template } from "../../story.ts";
import { formsChains } from "./formsChains.ts";
import { formsChange } from "./formsChange.ts";
import { formsCompare } from "./formsCompare.ts";
import { formsGroups } from "./formsGroups.ts";
import { formsMoney } from "./formsMoney.ts";
import { formsParts } from "./formsParts.ts";
import { formsRates } from "./formsRates.ts";
import { formsSpoken } from "./formsSpoken.ts";

/** Structures told by many forms of sentences and questions, in any world. */
export const forms: readonly Template[] = [
  ...formsChange,
  ...formsCompare,
  ...formsGroups,
  ...formsRates,
  ...formsMoney,
  ...formsParts,
  ...formsChains,
  ...formsSpoken,
];
