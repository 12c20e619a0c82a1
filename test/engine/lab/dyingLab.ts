/**
 * The lab process, ended by an abort as ggml ends it when its library does not fit the driver or the card: as soon as it
 * has told that the device is being opened. Arguments as for `labMain`; `DELIBERATE_TEST_LAST_WORDS` go to stderr.
 */
import { appendFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { LabMessage } from "../../../language-server/lab/process/messages.ts";

type Send = (message: LabMessage, sent?: () => void) => boolean;

appendFileSync(join(process.argv[3] ?? "", "starts"), "x");
const send = process.send?.bind(process) as Send;
const die = () => {
  writeSync(2, process.env.DELIBERATE_TEST_LAST_WORDS ?? "");
  process.abort();
};
process.send = ((message: LabMessage, sent?: () => void) =>
  send(message, message.kind === "device" ? die : sent)) as NonNullable<typeof process.send>;
void import("../../../language-server/lab/process/labMain.ts");
