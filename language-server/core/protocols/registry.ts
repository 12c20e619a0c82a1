import { direct } from "./direct.ts";
import { leap } from "./leap/leap.ts";
import { multiAttempt } from "./multiAttempt.ts";
import type { Protocol } from "./protocol.ts";
import { thinker } from "./thinker.ts";

/** Every protocol by id. The parameter type is each protocol's own and is hidden here; `bindProtocol` checks it. */
export const protocols: ReadonlyMap<string, Protocol<unknown>> = new Map(
  [direct, thinker, multiAttempt, leap].map((protocol) => [
    protocol.id,
    protocol as unknown as Protocol<unknown>,
  ]),
);
