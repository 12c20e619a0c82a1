import type { EngineEvent, EngineMethod, EngineMethods } from "../contract/engine.ts";
import type { Result } from "../contract/result.ts";

/** Where an engine tells what happens between requests. */
export type EngineSink = (event: EngineEvent) => void;

/** What every engine can do: the methods of the contract as functions. Failures are values; a throw is a defect. */
export type Engine = {
  readonly [M in EngineMethod]: (
    params: EngineMethods[M]["params"],
  ) => Promise<Result<EngineMethods[M]["result"]>>;
};
