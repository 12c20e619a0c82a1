import type { Template } from "../../story.ts";

export const numbers: readonly Template[] = [];
