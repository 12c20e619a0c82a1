/**
 * Numbers of the linking score. The form of the first block is graphix-text-to-sql.md I.2; the rest is ours. Tuned on
 * Spider's training questions (and their Spider-Syn wording) over the 46 training databases in the merged file, never
 * on the development part.
 */
export interface LinkWeights {
  readonly tableExact: number;
  readonly tablePartial: number;
  readonly columnExact: number;
  readonly columnPartial: number;
  readonly value: number;
  /** Each further column of a table counts this much of the one before. */
  readonly columnDecay: number;
  /** Share of the best neighbour's score that a table gets. */
  readonly neighbour: number;
  /** Weight of the question words that a table and its neighbours name together. */
  readonly coverage: number;
  /** A word named by a neighbour instead of the table itself, in the coverage. */
  readonly coverageNeighbour: number;
  /** A word named by a column instead of the table's name, in the coverage. */
  readonly coverageColumn: number;
  /** Share of a chosen table's score that its neighbours get while the next ones are chosen. */
  readonly follow: number;
  /** The same for a table that joins two chosen ones: share of the smaller score. */
  readonly bridge: number;
  /** Share of its table's score that a column gets; a key that joins two kept tables gets the second, too. */
  readonly columnOfTable: number;
  readonly joiningKey: number;
  /** Strength of a related word: nothing at this cosine or below … */
  readonly cosineFloor: number;
  /** … and this much at a cosine of 1. */
  readonly cosineTop: number;
  readonly synonym: number;
  readonly broader: number;
  readonly derived: number;
  /** Least strength of a related word that counts. */
  readonly leastStrength: number;
  /** Related words of a word that some name has itself count this much. */
  readonly besideSame: number;
  /** Related words of everyday words count less: in full from this rank in the lexicon on. */
  readonly everydayRank: number;
  readonly abbreviation: number;
  /** Strength of a word with the same stem, of a part of a run-together name, and of a stop word for itself. */
  readonly stem: number;
  readonly part: number;
  readonly stop: number;
  /** Strength of a number that may be a year for "year" and "date"; other numbers name nothing (I.1). */
  readonly year: number;
}

export const defaultWeights: LinkWeights = {
  tableExact: 2.1,
  tablePartial: 0.84,
  columnExact: 0.78,
  columnPartial: 0.69,
  value: 4.2,
  columnDecay: 0.59,
  neighbour: 0.25,
  coverage: 0.98,
  coverageNeighbour: 0.7,
  coverageColumn: 0.59,
  follow: 0.15,
  bridge: 0.6,
  columnOfTable: 0.2,
  joiningKey: 0.05,
  cosineFloor: 0.17,
  cosineTop: 0.63,
  synonym: 0.35,
  broader: 0.15,
  derived: 0.21,
  leastStrength: 0.15,
  besideSame: 0.7,
  everydayRank: 390,
  abbreviation: 0.8,
  stem: 0.6,
  part: 0.6,
  stop: 0.21,
  year: 0.4,
};
