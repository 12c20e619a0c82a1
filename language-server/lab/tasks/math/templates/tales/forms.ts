import type { Template } from "../../story.ts";
import { formsChains } from "./formsChains.ts";
import { formsChainsMore } from "./formsChainsMore.ts";
import { formsChange } from "./formsChange.ts";
import { formsChangeMore } from "./formsChangeMore.ts";
import { formsCompare } from "./formsCompare.ts";
import { formsCompareMore } from "./formsCompareMore.ts";
import { formsGroups } from "./formsGroups.ts";
import { formsGroupsMore } from "./formsGroupsMore.ts";
import { formsMoney } from "./formsMoney.ts";
import { formsMoneyMore } from "./formsMoneyMore.ts";
import { formsParts } from "./formsParts.ts";
import { formsRates } from "./formsRates.ts";
import { formsRatio } from "./formsRatio.ts";
import { formsSpoken } from "./formsSpoken.ts";
import { formsSpokenMore } from "./formsSpokenMore.ts";

/** Structures told by many forms of sentences and questions, in any world. */
export const forms: readonly Template[] = [
  ...formsChains,
  ...formsChainsMore,
  ...formsChange,
  ...formsChangeMore,
  ...formsCompare,
  ...formsCompareMore,
  ...formsGroups,
  ...formsGroupsMore,
  ...formsMoney,
  ...formsMoneyMore,
  ...formsParts,
  ...formsRates,
  ...formsRatio,
  ...formsSpoken,
  ...formsSpokenMore,
];
