import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { writeHeldOut } from "../../../language-server/lab/tasks/heldOut.ts";

const entry = resolve("language-server/cli/main.ts");

describe("deliberate compare", { timeout: 180_000 }, () => {
  let folder: string;
  let sober: { run: string; accuracy: number };
  let drunk: { run: string; accuracy: number };

  const cli = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", entry, ...args], { encoding: "utf8" });
  const evaluate = (temperature: string, limit: string) => {
    const { stdout, stderr } = cli(
      ...["eval", join(folder, "questions.jsonl"), "--protocol", "direct", "--param", "budget=120"],
      ...["--temperature", temperature, "--limit", limit, "--out", join(folder, "runs"), "--json"],
    );
    assert.ok(stdout !== "", stderr);
    return JSON.parse(stdout);
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "deliberate-compare-"));
    writeFileSync(join(folder, "questions.jsonl"), writeHeldOut("arithmetic", 24, 3));
    // The model that comes with the product can do these, and cannot when it says whatever comes to its mind.
    sober = evaluate("0", "24");
    drunk = evaluate("4", "20");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("gives the paired difference over the shared questions, and the flips that make it", () => {
    const { status, stdout, stderr } = cli("compare", sober.run, drunk.run, "--json");
    assert.equal(status, 0, stderr);
    const { shared, onlyA, onlyB, accuracyB, difference, mcnemar, flips } = JSON.parse(stdout);
    assert.deepEqual([shared, onlyA, onlyB], [20, 4, 0]);
    assert.equal(accuracyB.value, drunk.accuracy);
    assert.ok(difference.interval.high < 0, "hot sampling is worse beyond doubt");
    assert.equal(flips.length, mcnemar.aOnly + mcnemar.bOnly);
    assert.ok(Math.abs(difference.value - (mcnemar.bOnly - mcnemar.aOnly) / shared) < 1e-9);
    assert.ok(mcnemar.p < 0.05);
  });

  it("tells people the same, with a line for every question that flipped", () => {
    const { stdout } = cli("compare", sober.run, drunk.run);
    const flips = JSON.parse(cli("compare", sober.run, drunk.run, "--json").stdout).flips.length;
    assert.match(stdout, /20 questions in both; left out: 4 only in A/);
    assert.match(stdout, /B − A +−\d+\.\d points {2}\[−/);
    assert.equal(stdout.match(/^ {2}[+−] held-out-arithmetic/gm)?.length, Math.min(flips, 20));
  });

  it("fails a build only when B is worse beyond the interval", () => {
    assert.equal(cli("compare", sober.run, drunk.run, "--fail-if-worse").status, 1);
    assert.equal(cli("compare", drunk.run, sober.run, "--fail-if-worse").status, 0);
    assert.equal(cli("compare", sober.run, sober.run, "--fail-if-worse").status, 0);
  });

  it("says in one line what it cannot compare", () => {
    for (const args of [
      [sober.run],
      [sober.run, join(folder, "no-run")],
      [sober.run, drunk.run, "--threshold", "1"],
    ]) {
      const { status, stdout, stderr } = cli("compare", ...args);
      assert.equal(status, 2);
      assert.equal(stdout, "");
      assert.match(stderr, /^deliberate: .+\n$/);
    }
  });
});
