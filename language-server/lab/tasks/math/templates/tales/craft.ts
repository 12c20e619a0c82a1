import type { Template } from "../../story.ts";
import { craftBudgets } from "./craftBudgets.ts";
import { craftClass } from "./craftClass.ts";
import { craftCountry } from "./craftCountry.ts";
import { craftFarm } from "./craftFarm.ts";
import { craftGames } from "./craftGames.ts";
import { craftIndustry } from "./craftIndustry.ts";
import { craftMaking } from "./craftMaking.ts";
import { craftNature } from "./craftNature.ts";
import { craftOffice } from "./craftOffice.ts";
import { craftPairs } from "./craftPairs.ts";
import { craftPlans } from "./craftPlans.ts";
import { craftSchool } from "./craftSchool.ts";
import { craftScience } from "./craftScience.ts";
import { craftSport } from "./craftSport.ts";
import { craftTrades } from "./craftTrades.ts";

/** Scenarios of work, making, nature, school and sport. */
export const craft: readonly Template[] = [
  ...craftMaking,
  ...craftTrades,
  ...craftOffice,
  ...craftIndustry,
  ...craftFarm,
  ...craftCountry,
  ...craftClass,
  ...craftSchool,
  ...craftGames,
  ...craftSport,
  ...craftNature,
  ...craftScience,
  ...craftPairs,
  ...craftPlans,
  ...craftBudgets,
];
