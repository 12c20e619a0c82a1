import type { Template } from "../../story.ts";

export const trades: readonly Template[] = [];
