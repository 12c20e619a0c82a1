/** The lab process, killed hard once after its fourth step. Arguments as for `labMain`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[3] ?? "";
const marker = join(folder, "crashed");
if (!existsSync(marker)) {
  setInterval(() => {
    const log = join(folder, "steps.jsonl");
    if (!existsSync(log) || readFileSync(log, "utf8").split("\n").length < 5) return;
    writeFileSync(marker, "");
    process.kill(process.pid, "SIGKILL");
  }, 2);
}
void import("../../../language-server/lab/process/labMain.ts");
