/** The built command line (`node build.mjs`) for benchmarks, and their tables. */
import { spawnSync } from "node:child_process";

/** What a command prints with `--json`. Throws with the end of its standard error when it fails. */
export function product<T>(...args: readonly string[]): T {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.mjs", ...args, "--json"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`deliberate ended with ${status}: ${stderr.slice(-1500)}`);
  return JSON.parse(stdout) as T;
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Prints a row of a table in Markdown. */
export const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(" | ")} |`);
