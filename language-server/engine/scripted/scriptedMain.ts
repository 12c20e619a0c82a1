/**
 * Entry of a scripted engine process, for tests of supervision and scheduling. The script is a JSON file named by the
 * first argument or by DELIBERATE_ENGINE_SCRIPT.
 */
import { readFileSync } from "node:fs";
import { brokenEngine, serveEngine } from "../engineMain.ts";
import { SlotEngine } from "../slotEngine.ts";
import type { Script } from "./script.ts";
import { ScriptedBackend } from "./scriptedBackend.ts";

const path = process.argv[2] ?? process.env.DELIBERATE_ENGINE_SCRIPT ?? "";

serveEngine((sink) => {
  try {
    const script = JSON.parse(readFileSync(path, "utf8")) as Script;
    return new SlotEngine(new ScriptedBackend(script, () => process.kill(process.pid, "SIGKILL")), sink);
  } catch (error) {
    return brokenEngine(`The script ${path} cannot be read.`, String(error));
  }
});
