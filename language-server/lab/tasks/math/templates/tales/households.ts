import type { Template } from "../../story.ts";

export const households: readonly Template[] = [];
