import type { Template } from "../../story.ts";

export const journeys: readonly Template[] = [];
