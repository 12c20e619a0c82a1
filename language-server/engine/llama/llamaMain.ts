/** Entry of the engine process for local GGUF models. */
import { serveEngine } from "../engineMain.ts";
import { SlotEngine } from "../slotEngine.ts";
import { LlamaBackend } from "./llamaBackend.ts";

serveEngine((sink) => new SlotEngine(new LlamaBackend(sink), sink));
