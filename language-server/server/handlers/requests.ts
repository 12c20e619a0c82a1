import type { CancellationToken, Connection, GenericRequestHandler } from "vscode-languageserver/node";
import type { Method, Methods } from "../../contract/methods.ts";
import { detailOf, fail, type Result } from "../../contract/result.ts";

export type Handler<M extends Method> = (
  params: Methods[M]["params"],
  signal: AbortSignal,
) => Promise<Methods[M]["result"]> | Methods[M]["result"];

/** Every method of the contract has its handler: a missing one does not compile. */
export type Handlers = { readonly [M in Method]: Handler<M> };

/** Registers the handlers; a defect in one of them becomes a failure with its stack in the log, not a dead request. */
export function registerHandlers(
  connection: Connection,
  handlers: Handlers,
  ready: Promise<void>,
  log: (text: string) => void,
): void {
  for (const method of Object.keys(handlers) as Method[]) {
    const handle = handlers[method] as (params: unknown, signal: AbortSignal) => Promise<Result<unknown>>;
    const respond = async (params: unknown, token: CancellationToken): Promise<Result<unknown>> => {
      const controller = new AbortController();
      const subscription = token.onCancellationRequested(() => controller.abort());
      try {
        // The settings come from the client after initialisation; no request may see the defaults instead.
        await ready;
        return await handle(params ?? {}, controller.signal);
      } catch (error) {
        log(`${method}: ${detailOf(error)}`);
        return fail("internal", "Deliberate met a defect of its own. The log has the details.");
      } finally {
        subscription.dispose();
      }
    };
    connection.onRequest(method, respond as GenericRequestHandler<unknown, unknown>);
  }
}
