import { type Exact, isWhole } from "./exact.ts";

/**
 * Whole numbers that no training question ever gives and at least one of which every held-out question gives. They
 * lie between training numbers, so a held-out question asks for the same arithmetic on numbers not seen in a question.
 */
const heldOutRanges: readonly (readonly [number, number])[] = [
  [17, 19],
  [26, 28],
  [43, 46],
  [57, 59],
  [71, 74],
  [86, 89],
  [113, 119],
  [136, 148],
  [167, 174],
  [225, 239],
  [310, 329],
  [450, 479],
  [620, 659],
  [875, 899],
  [1250, 1349],
  [2300, 2499],
  [4100, 4499],
];

export const isHeldOutNumber = (value: number): boolean =>
  heldOutRanges.some(([low, high]) => value >= low && value <= high);

export const isHeldOutExact = (value: Exact): boolean => isWhole(value) && isHeldOutNumber(value / 100);
