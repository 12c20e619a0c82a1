/** A token of a path, by its stage. */
export interface Place {
  readonly stageIndex: number;
  readonly token: number;
}

/**
 * Places spread evenly over the tokens of a path, from its first one on: at the end there is nothing left to be decided.
 * @param lengths tokens of each stage
 */
export function placesAlong(lengths: readonly number[], count: number): Place[] {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const steps = new Set(Array.from({ length: count }, (_, at) => Math.floor((at * total) / count)));
  return [...steps].flatMap((step) => {
    let before = 0;
    for (const [stageIndex, length] of lengths.entries()) {
      if (step < before + length) return [{ stageIndex, token: step - before }];
      before += length;
    }
    return [];
  });
}
