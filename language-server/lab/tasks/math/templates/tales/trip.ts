import type { Template } from "../../story.ts";
import { tripAir } from "./tripAir.ts";
import { tripCamp } from "./tripCamp.ts";
import { tripCity } from "./tripCity.ts";
import { tripCrowd } from "./tripCrowd.ts";
import { tripLake } from "./tripLake.ts";
import { tripOffices } from "./tripOffices.ts";
import { tripRails } from "./tripRails.ts";
import { tripRescue } from "./tripRescue.ts";
import { tripRoads } from "./tripRoads.ts";
import { tripSchool } from "./tripSchool.ts";
import { tripShows } from "./tripShows.ts";
import { tripSights } from "./tripSights.ts";
import { tripSpeed } from "./tripSpeed.ts";
import { tripStadium } from "./tripStadium.ts";
import { tripStays } from "./tripStays.ts";
import { tripTaxi } from "./tripTaxi.ts";
import { tripTime } from "./tripTime.ts";
import { tripVotes } from "./tripVotes.ts";
import { tripWonder } from "./tripWonder.ts";

/** Scenarios of journeys, places and public life. */
export const trip: readonly Template[] = [
  ...tripRails,
  ...tripAir,
  ...tripTaxi,
  ...tripRoads,
  ...tripSpeed,
  ...tripLake,
  ...tripStays,
  ...tripShows,
  ...tripStadium,
  ...tripSights,
  ...tripCity,
  ...tripVotes,
  ...tripOffices,
  ...tripRescue,
  ...tripSchool,
  ...tripCamp,
  ...tripCrowd,
  ...tripTime,
  ...tripWonder,
];
