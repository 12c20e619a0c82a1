/** Entry of the engine process for checkpoints of training runs. */
import { serveEngine } from "../engineMain.ts";
import { SlotEngine } from "../slotEngine.ts";
import { LabBackend } from "./labBackend.ts";

serveEngine((sink) => new SlotEngine(new LabBackend(), sink));
