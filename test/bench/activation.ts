/**
 * How long people wait before the extension is there, in a real VS Code (offline build, headless Chromium):
 *
 *   node --import tsx test/bench/activation.ts [--rounds N]
 *
 * Every round is a new window with an empty profile. Milliseconds; minimum, median and maximum over the rounds.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { installOfflineVscode } from "../vscode/installVscode.mjs";
import { openSession } from "../vscode/session.ts";
import { eventually } from "../vscode/workbench.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const folder = mkdtempSync(join(tmpdir(), "deliberate-activation-"));
const probe = join(folder, "probe.cjs");

installOfflineVscode();
await build({
  entryPoints: ["test/bench/activationProbe.ts"],
  outfile: probe,
  bundle: true,
  platform: "node",
  format: "cjs",
  external: ["vscode"],
});

const figures = new Map<string, number[]>();
for (let round = 0; round < Number(values.rounds); round++) {
  const workspace = mkdtempSync(join(folder, "workspace-"));
  const results = join(workspace, "results.json");
  const session = await openSession({
    workspace,
    extension: resolve("."),
    tests: probe,
    artefacts: folder,
    env: { DELIBERATE_TEST_RESULTS: results },
  });
  await eventually("results", async () => existsSync(results), Boolean, 60_000);
  await session.close();
  for (const [name, ms] of Object.entries(
    JSON.parse(readFileSync(results, "utf8")) as Record<string, number>,
  )) {
    figures.set(name, [...(figures.get(name) ?? []), ms]);
  }
}
rmSync(folder, { recursive: true, force: true });

for (const [name, values] of figures) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => (sorted[index] ?? Number.NaN).toFixed(0).padStart(6);
  console.log(`${name.padEnd(40)} ${at(0)} ${at(Math.floor(sorted.length / 2))} ${at(sorted.length - 1)} ms`);
}
