import type { Template } from "../../story.ts";
import { numbersCompare } from "./numbersCompare.ts";

/** One structure of numbers told in many different worlds. */
export const numbers: readonly Template[] = [...numbersCompare];
