/**
 * Quantisation: the tensor types and file types of GGUF (ggml's own numbers) and the labels people put in file names.
 */

/** How a tensor type packs its values: `bytes` for every `block` values. */
export interface TensorType {
  readonly name: string;
  readonly block: number;
  readonly bytes: number;
}

/**
 * ggml's tensor types by number. Numbers whose layout differs between forks (41 and up) or that ggml has removed are
 * absent: their size is then taken from the distance to the next tensor.
 */
const tensorTypes: ReadonlyMap<number, TensorType> = new Map(
  (
    [
      [0, "F32", 1, 4],
      [1, "F16", 1, 2],
      [2, "Q4_0", 32, 18],
      [3, "Q4_1", 32, 20],
      [6, "Q5_0", 32, 22],
      [7, "Q5_1", 32, 24],
      [8, "Q8_0", 32, 34],
      [9, "Q8_1", 32, 36],
      [10, "Q2_K", 256, 84],
      [11, "Q3_K", 256, 110],
      [12, "Q4_K", 256, 144],
      [13, "Q5_K", 256, 176],
      [14, "Q6_K", 256, 210],
      [15, "Q8_K", 256, 292],
      [16, "IQ2_XXS", 256, 66],
      [17, "IQ2_XS", 256, 74],
      [18, "IQ3_XXS", 256, 98],
      [19, "IQ1_S", 256, 50],
      [20, "IQ4_NL", 32, 18],
      [21, "IQ3_S", 256, 110],
      [22, "IQ2_S", 256, 82],
      [23, "IQ4_XS", 256, 136],
      [24, "I8", 1, 1],
      [25, "I16", 1, 2],
      [26, "I32", 1, 4],
      [27, "I64", 1, 8],
      [28, "F64", 1, 8],
      [29, "IQ1_M", 256, 56],
      [30, "BF16", 1, 2],
      [34, "TQ1_0", 256, 54],
      [35, "TQ2_0", 256, 66],
      [39, "MXFP4", 32, 17],
      [40, "NVFP4", 64, 36],
    ] as const
  ).map(([id, name, block, bytes]) => [id, { name, block, bytes }]),
);

/** Layout of a tensor type, or undefined when its number is not known. */
export const tensorType = (id: number): TensorType | undefined => tensorTypes.get(id);

/** Name of a tensor type; unknown numbers are shown as `type 41`. */
export const tensorTypeName = (id: number): string => tensorTypes.get(id)?.name ?? `type ${id}`;

/** `general.file_type` to the label used in file names (llama.cpp's `llama_ftype`). */
const fileTypes: Readonly<Record<number, string>> = {
  0: "F32",
  1: "F16",
  2: "Q4_0",
  3: "Q4_1",
  7: "Q8_0",
  8: "Q5_0",
  9: "Q5_1",
  10: "Q2_K",
  11: "Q3_K_S",
  12: "Q3_K_M",
  13: "Q3_K_L",
  14: "Q4_K_S",
  15: "Q4_K_M",
  16: "Q5_K_S",
  17: "Q5_K_M",
  18: "Q6_K",
  19: "IQ2_XXS",
  20: "IQ2_XS",
  21: "Q2_K_S",
  22: "IQ3_XS",
  23: "IQ3_XXS",
  24: "IQ1_S",
  25: "IQ4_NL",
  26: "IQ3_S",
  27: "IQ3_M",
  28: "IQ2_S",
  29: "IQ2_M",
  30: "IQ4_XS",
  31: "IQ1_M",
  32: "BF16",
  36: "TQ1_0",
  37: "TQ2_0",
  38: "MXFP4",
  39: "NVFP4",
  40: "Q1_0",
  41: "Q2_0",
};

/** llama.cpp sets this bit when the file type was guessed from the tensors. */
const guessedFlag = 1024;

/**
 * Name of a file's quantisation: from `general.file_type`, else the tensor type that holds most values, else `unknown`.
 * @param fileType value of `general.file_type`, or null when the header has none
 * @param valuesByType number of values per tensor type of the tensors with at least two dimensions
 */
export function quantisationName(fileType: number | null, valuesByType: ReadonlyMap<number, number>): string {
  const named = fileType === null ? undefined : fileTypes[fileType & ~guessedFlag];
  if (named !== undefined) return named;
  let best: number | null = null;
  let most = -1;
  for (const [type, values] of valuesByType) {
    if (values > most) {
      best = type;
      most = values;
    }
  }
  return best === null ? "unknown" : tensorTypeName(best);
}

const labelPattern =
  /(?<![A-Z0-9])((?:UD-)?(?:I?Q\d(?:_(?:K|NL|XXS|XS|XL|S|M|L|\d)(?![A-Z0-9]))+|TQ\d_\d|B?F16|FP16|F32|FP32|MXFP4(?:_MOE)?|NVFP4))(?![A-Z0-9])/g;

/** Split suffix of llama.cpp: `-00001-of-00003.gguf`. */
const splitPattern = /-(\d{5})-of-(\d{5})\.gguf$/i;

export interface SplitName {
  /** Path up to the split suffix. */
  readonly prefix: string;
  /** 1-based. */
  readonly part: number;
  readonly count: number;
}

/** Reads `name-00002-of-00005.gguf`; null for a file that is not one of several parts. */
export function parseSplitName(path: string): SplitName | null {
  const match = splitPattern.exec(path);
  if (match === null) return null;
  const part = Number(match[1]);
  const count = Number(match[2]);
  if (count < 1 || part < 1 || part > count) return null;
  return { prefix: path.slice(0, match.index), part, count };
}

/** Name of one part of a split file, as llama.cpp writes and expects it. */
export const splitPartName = (prefix: string, part: number, count: number): string =>
  `${prefix}-${String(part).padStart(5, "0")}-of-${String(count).padStart(5, "0")}.gguf`;

/** One spelling for labels that mean the same: upper case, `FP16` as `F16`. */
export const normalLabel = (label: string): string =>
  label
    .toUpperCase()
    .replace(/^FP(16|32)$/, "F$1")
    .replace(/^MXFP4_MOE$/, "MXFP4");

/**
 * The quantisation label in a file's path, in upper case (`Q4_K_M`, `UD-Q4_K_XL`, `F16`); null when it has none. With
 * several, the last one counts: the model's own name may contain another.
 */
export function quantisationLabel(path: string): string | null {
  const labels = path
    .toUpperCase()
    .replace(/\.GGUF$/, "")
    .matchAll(labelPattern);
  let last: string | null = null;
  for (const match of labels) last = match[1] ?? last;
  return last === null ? null : normalLabel(last);
}
