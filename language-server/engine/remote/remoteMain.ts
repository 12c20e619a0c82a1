/** Entry of the engine process for OpenAI-compatible endpoints. */
import { serveEngine } from "../engineMain.ts";
import { RemoteEngine } from "./remoteEngine.ts";

serveEngine((sink) => new RemoteEngine(sink));
