import type { Template } from "../../story.ts";
import { homeAfter } from "./homeAfter.ts";
import { homeBills } from "./homeBills.ts";
import { homeBurning } from "./homeBurning.ts";
import { homeChores } from "./homeChores.ts";
import { homeCollect } from "./homeCollect.ts";
import { homeCrafts } from "./homeCrafts.ts";
import { homeFirst } from "./homeFirst.ts";
import { homeGames } from "./homeGames.ts";
import { homeGarden } from "./homeGarden.ts";
import { homeGifts } from "./homeGifts.ts";
import { homeHealth } from "./homeHealth.ts";
import { homeKitchen } from "./homeKitchen.ts";
import { homeLong } from "./homeLong.ts";
import { homeMoving } from "./homeMoving.ts";
import { homeOuting } from "./homeOuting.ts";
import { homeParty } from "./homeParty.ts";
import { homePets } from "./homePets.ts";
import { homePocket } from "./homePocket.ts";
import { homeReading } from "./homeReading.ts";
import { homeRooms } from "./homeRooms.ts";
import { homeShare } from "./homeShare.ts";
import { homeStreet } from "./homeStreet.ts";
import { homeTable } from "./homeTable.ts";
import { homeTime } from "./homeTime.ts";
import { homeYard } from "./homeYard.ts";

/** Scenarios of households and neighbourhoods: one opening leads to different questions. */
export const home: readonly Template[] = [
  ...homeAfter,
  ...homeBills,
  ...homeBurning,
  ...homeChores,
  ...homeCollect,
  ...homeCrafts,
  ...homeFirst,
  ...homeGames,
  ...homeGarden,
  ...homeGifts,
  ...homeHealth,
  ...homeKitchen,
  ...homeLong,
  ...homeMoving,
  ...homeOuting,
  ...homeParty,
  ...homePets,
  ...homePocket,
  ...homeReading,
  ...homeRooms,
  ...homeShare,
  ...homeStreet,
  ...homeTable,
  ...homeTime,
  ...homeYard,
];
