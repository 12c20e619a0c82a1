/** Every kind of device that this machine has computes the gradients that the CPU computes. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

interface Found {
  readonly absent?: string;
  readonly device: string;
  readonly selfTest: { readonly ok: boolean };
  readonly found: Readonly<Record<string, readonly number[]>>;
}

const check = (kind: string, rules: "fused" | "portable"): Found => {
  const output = execFileSync(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("./deviceCheck.ts", import.meta.url)), kind, rules],
    // NVIDIA's shortened floats would be mistaken for an error.
    {
      encoding: "utf8",
      env: { ...process.env, NVIDIA_TF32_OVERRIDE: "0" },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
};

const reference = check("cpu", "fused");
assert.ok(reference.selfTest.ok);

for (const [kind, rules] of [
  ["cpu", "portable"],
  ["cuda", "fused"],
  ["cuda", "portable"],
  ["vulkan", "fused"],
  ["metal", "fused"],
] as const) {
  test(`${kind}, ${rules}`, (t) => {
    const other = check(kind, rules);
    if (other.absent !== undefined) {
      t.skip(other.absent);
      return;
    }
    t.diagnostic(other.device);
    assert.ok(other.selfTest.ok, JSON.stringify(other.selfTest));
    for (const [name, values] of Object.entries(reference.found)) {
      const size = values[0]!;
      other.found[name]!.forEach((value, i) => {
        assert.ok(Math.abs(value - values[i]!) <= 5e-3 * size, `${name}[${i}]: ${value}, CPU ${values[i]}`);
      });
    }
  });
}
