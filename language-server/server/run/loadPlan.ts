import type { EndpointAccess } from "../../contract/endpoint.ts";
import type { LoadParams } from "../../contract/engine.ts";
import type { Question } from "../../contract/entities.ts";
import type { Settings } from "../../contract/methods.ts";
import type { Failure } from "../../contract/result.ts";
import { isEndpointAddress } from "../../core/endpoint/address.ts";
import type { BoundProtocol } from "../../core/protocols/protocol.ts";
import type { ModelDetails } from "../../models/header.ts";

/** A character is at least a third of a token in text and formulas; over-estimating costs memory, not truth. */
const charactersPerToken = 2.5;
/** User turn, template and forced close of one turn. */
const tokensPerTurn = 160;
/** Result or error of a query, as a later turn is told it. */
const tokensPerResult = 160;
const defaultSequences = 8;
/** Of an endpoint, whose servers have more room; how many it really works on at once adapts. */
const endpointSequences = 32;
/** A context smaller than this holds no question. */
const smallestContextTokens = 128;

export interface LoadPlanInput {
  readonly model: ModelDetails;
  readonly settings: Settings["engine"];
  readonly endpoint: Settings["endpoint"];
  readonly protocol: BoundProtocol;
  readonly questions: readonly Question[];
  /** (question, sample) pairs: more sequences than these are of no use. */
  readonly paths: number;
  /** Samples of each question. */
  readonly samples: number;
}

/**
 * How the engine should load a model for a run: a context that holds the longest question and every budget, so that
 * nothing ever has to be shifted out (thinker.md 10.6), at most what the model was trained for; and as many sequences
 * as the memory allows that the engine finds on its device, unless the user has fixed them.
 */
export function planLoad(input: LoadPlanInput): LoadParams {
  const { model, settings, protocol, questions, paths, samples } = input;
  const longest = questions.reduce((most, question) => Math.max(most, shownCharacters(question)), 0);
  const resultTokens = questions.some(({ answerKind }) => answerKind === "sql") ? tokensPerResult : 0;
  const needed =
    Math.ceil(longest / charactersPerToken) +
    protocol.maximumTurns * (tokensPerTurn + resultTokens) +
    protocol.maximumTokens +
    protocol.maximumReceivedTokens(samples);
  const isEndpoint = isEndpointAddress(model.path);
  const trained = model.trainContextTokens ?? (isEndpoint ? needed : 4096);
  const wanted = settings.contextTokens > 0 ? settings.contextTokens : Math.min(needed, trained);
  const contextTokens = Math.max(wanted, smallestContextTokens);
  const usual = isEndpoint ? endpointSequences : defaultSequences;
  let sequences = Math.max(1, Math.min(settings.sequences > 0 ? settings.sequences : usual, paths));
  // Paths that meet must be there together: fewer sequences would not do, and where they do not fit loading says so.
  const least = protocol.exchanges ? samples : 1;
  sequences = Math.max(sequences, least);
  return {
    modelPath: model.path,
    gpu: settings.gpu,
    gpuLayers: settings.gpuLayers,
    contextTokens,
    contextTokensMinimum: smallestContextTokens,
    sequences,
    sequencesMinimum: settings.sequences > 0 ? sequences : least,
    ...(settings.strict ? { isolated: true } : {}),
    ...(settings.threads > 0 ? { threads: settings.threads } : {}),
    ...(isEndpoint ? { endpoint: accessOf(input.endpoint) } : {}),
  };
}

/** `planLoad` as the user has set it. */
export const planWith = (
  { engine, endpoint }: Settings,
  input: Omit<LoadPlanInput, "settings" | "endpoint">,
): LoadParams => planLoad({ ...input, settings: engine, endpoint });

const firstPauseMs = 500;

export const accessOf = ({ timeoutSeconds, attempts }: Settings["endpoint"]): EndpointAccess => ({
  timeoutMs: timeoutSeconds * 1000,
  attempts,
  pauseMs: firstPauseMs,
});

/** Characters of a question as the model sees it. */
const shownCharacters = ({ text, sql }: Question): number =>
  text.length + (sql?.schema?.length ?? 0) + (sql?.evidence?.length ?? 0);

/** Why the samples of a question cannot meet; null when they can, or need not. */
export function groupProblem(protocol: BoundProtocol, samples: number, sequences: number): Failure | null {
  if (!protocol.exchanges || samples <= sequences) return null;
  return {
    code: "engine/context-too-small",
    message: `${protocol.title} needs a sequence for each of the ${samples} samples of a question, but only ${sequences} fit into memory. Take fewer samples or a smaller maximum.`,
  };
}

/** Said before the run when the budgets cannot be used up within the context. */
export function contextWarning(contextTokens: number, protocol: BoundProtocol): string | null {
  if (protocol.maximumTokens < contextTokens) return null;
  return `The budgets sum to ${protocol.maximumTokens} tokens, but the context holds ${contextTokens}: paths that need more end as “context-exhausted”.`;
}
