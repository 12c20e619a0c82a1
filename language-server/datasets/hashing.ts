import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** SHA-256 of a text's UTF-8 bytes as lower-case hex. */
export function sha256Text(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** SHA-256 of a whole file as lower-case hex, read in pieces. Rejects with the system's error or the abort's reason. */
export async function sha256File(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  const stream = createReadStream(path, {
    highWaterMark: 1024 * 1024,
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
