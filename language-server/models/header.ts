import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ModelHeader } from "../contract/entities.ts";
import { type Failure, fail, ok, type Result } from "../contract/result.ts";
import { isEndpointAddress } from "../core/endpoint/address.ts";
import { type ModelFacts, modelFacts, notAModel } from "../core/models/describe.ts";
import { describeForeign } from "../core/models/foreignFile.ts";
import { type GgufHeader, readGgufHeader } from "../core/models/gguf.ts";
import { type MemoryNeed, type MemoryShape, memoryFor } from "../core/models/memory.ts";
import { parseSplitName, quantisationName, splitPartName } from "../core/models/quantisation.ts";
import { isCheckpointPath } from "../lab/recipe/checkpointModel.ts";
import { readCheckpointDetails } from "./checkpoint.ts";
import { endpointDetails } from "./endpoint.ts";
import { fileFailure, openFile } from "./fileSource.ts";

/** The contract's header plus what choosing a context size needs. */
export interface ModelDetails extends ModelHeader {
  /** All files of the model, in order; one unless it is split. */
  readonly parts: readonly string[];
  /** For `memoryFor` at another context size, without reading the file again. */
  readonly shape: MemoryShape;
  readonly memory: MemoryNeed;
  readonly slidingWindowTokens: number | null;
  /** What was assumed for the memory need; sentences for a tooltip. */
  readonly notes: readonly string[];
}

export interface HeaderOptions {
  /** Context of each sequence the memory need is computed for; 4096 by default. */
  readonly contextTokens?: number;
  /** Sequences the memory need is computed for; 1 by default. */
  readonly sequences?: number;
  /** Tokens evaluated at once; 512 by default. */
  readonly batchTokens?: number;
}

/**
 * Reads what a GGUF, or a checkpoint of the lab, says about itself, without loading it. Of a split model any part may be named; the answer carries
 * the path of the first one, which is the one to load, and the sizes of all parts together.
 *
 * A vocabulary-only file is a success with `hasWeights: false`; `whyNotRunnable` says why it cannot run.
 *
 * The address of an endpoint is described without asking there.
 *
 * Errors: `endpoint/bad-address`, `model/not-found`, `model/is-directory`, `model/no-permission`, `model/not-gguf` (says what the file is),
 * `model/truncated` (says how many bytes are missing), `model/unsupported`, `model/damaged`, `model/missing-part`,
 * `model/is-projector`. Never throws.
 */
export async function readModelHeader(
  path: string,
  options: HeaderOptions = {},
): Promise<Result<ModelDetails>> {
  try {
    if (isEndpointAddress(path)) return endpointDetails(path);
    if (isCheckpointPath(path)) return await readCheckpointDetails(path, options);
    const split = parseSplitName(basename(path));
    if (split === null) return await readParts([path], options);
    const parts = Array.from({ length: split.count }, (_, i) =>
      join(dirname(path), splitPartName(split.prefix, i + 1, split.count)),
    );
    for (const [index, part] of parts.entries()) {
      const missing = await stat(part).then(
        () => false,
        (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT",
      );
      if (!missing) continue;
      if (part === path) return fileFailure(Object.assign(new Error(`no ${part}`), { code: "ENOENT" }), path);
      return fail(
        "model/missing-part",
        `Part ${index + 1} of ${split.count} of this model is missing: ${basename(part)}. Put it into the same folder.`,
        part,
      );
    }
    return await readParts(parts, options);
  } catch (error) {
    return fileFailure(error, path);
  }
}

/** Why a model whose header is readable cannot be run, or null when nothing in the header speaks against it. */
export function whyNotRunnable(header: ModelHeader): Failure | null {
  if (header.hasWeights) return null;
  return {
    code: "model/vocab-only",
    message: `${basename(header.path)} holds only a vocabulary and no weights, so it cannot run. Choose the model itself.`,
  };
}

interface Part {
  readonly path: string;
  readonly sizeBytes: number;
  readonly header: GgufHeader;
}

async function readParts(paths: readonly string[], options: HeaderOptions): Promise<Result<ModelDetails>> {
  const parts: Part[] = [];
  for (const path of paths) {
    const part = await readPart(path);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const first = parts[0];
  if (first === undefined) return fail("internal", "A model without files was read.");
  const announced = first.header.values.get("split.count");
  if (paths.length === 1 && typeof announced === "number" && announced > 1) {
    return fail(
      "model/missing-part",
      `${basename(first.path)} is one of ${announced} parts of a model but is not named like one; restore the names that end in -00001-of-${String(announced).padStart(5, "0")}.gguf.`,
    );
  }
  const wrongKind = notAModel(first.header, basename(first.path));
  if (wrongKind !== null) return wrongKindFailure(wrongKind, first.path);
  return ok(describe(parts, modelFacts(first.header), options));
}

/** Header of one file, with its end compared to the size of the file. */
async function readPart(path: string): Promise<Result<Part>> {
  const opened = await openFile(path);
  if (!opened.ok) return opened;
  const source = opened.value;
  try {
    const start = await source.read(0, Math.min(512, source.size));
    if (start.length < 4 || String.fromCharCode(...start.subarray(0, 4)) !== "GGUF") {
      return fail(
        "model/not-gguf",
        `${basename(path)} is not a GGUF model: ${describeForeign(start, source.size)}.`,
        path,
      );
    }
    const header = await readGgufHeader(source);
    if (!header.ok) return header;
    const missing = header.value.dataEnd - source.size;
    if (missing > 0) {
      return fail(
        "model/truncated",
        `${basename(path)} is cut off: ${missing} of its ${header.value.dataEnd} bytes are missing. Download it again.`,
        path,
      );
    }
    return ok({ path, sizeBytes: source.size, header: header.value });
  } catch (error) {
    return fileFailure(error, path);
  } finally {
    await source.close().catch(() => undefined);
  }
}

function wrongKindFailure(kind: NonNullable<ReturnType<typeof notAModel>>, path: string): Result<never> {
  const name = basename(path);
  switch (kind) {
    case "projector":
      return fail(
        "model/is-projector",
        `${name} is the image or audio part (mmproj) of another model; choose the model it belongs to.`,
      );
    case "adapter":
      return fail(
        "model/unsupported",
        `${name} is an adapter (LoRA) and not a model of its own; choose a whole model.`,
      );
    case "matrix":
      return fail(
        "model/unsupported",
        `${name} holds an importance matrix or a control vector and not a model.`,
      );
    case "encoder":
      return fail(
        "model/unsupported",
        `${name} is an embedding model, which cannot write text; choose a chat model.`,
      );
    case "image":
      return fail(
        "model/unsupported",
        `${name} is an image model, which cannot write text; choose a chat model.`,
      );
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function describe(parts: readonly Part[], facts: ModelFacts, options: HeaderOptions): ModelDetails {
  const path = parts[0]?.path ?? "";
  const request = {
    ...options,
    contextTokens: options.contextTokens ?? 4096,
    sequences: options.sequences ?? 1,
  };
  const valuesByType = new Map<number, number>();
  for (const { header } of parts) {
    for (const [type, count] of header.valuesByType)
      valuesByType.set(type, (valuesByType.get(type) ?? 0) + count);
  }
  const hasWeights = parts.some(({ header }) => header.tensorCount > 0);
  const shape = { ...facts.shape, weightsBytes: sum(parts.map(({ header }) => header.tensorBytes)) };
  const memory = memoryFor(shape, request);
  return {
    path,
    name: facts.name ?? nameFromFile(path),
    architecture: facts.architecture,
    sizeBytes: sum(parts.map((part) => part.sizeBytes)),
    parameterCount: hasWeights ? sum(parts.map(({ header }) => header.parameterCount)) : null,
    quantisation: hasWeights ? quantisationName(facts.fileType, valuesByType) : "none",
    trainContextTokens: facts.trainContextTokens,
    layers: facts.layers,
    embeddingLength: facts.embeddingLength,
    headCount: facts.headCount,
    kvHeadCount: facts.kvHeadCount,
    headDimension: facts.headDimension,
    vocabularySize: facts.vocabularySize,
    hasChatTemplate: facts.hasChatTemplate,
    hasWeights,
    memoryNeed: {
      contextTokens: request.contextTokens,
      sequences: request.sequences,
      bytes: memory.totalBytes,
    },
    ...(facts.licence === null ? {} : { licence: facts.licence }),
    parts: parts.map((part) => part.path),
    shape,
    memory,
    slidingWindowTokens: facts.slidingWindow,
    notes: facts.notes,
  };
}

/** File name without folder, extension and split suffix. */
function nameFromFile(path: string): string {
  const name = basename(path);
  return parseSplitName(name)?.prefix ?? name.replace(/\.gguf$/i, "");
}
