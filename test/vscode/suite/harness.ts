/** A test runner small enough to live in the extension host, where `node:test` cannot start processes of its own. */
import { writeFileSync } from "node:fs";
import { measure, type TestResult } from "../report.ts";

interface Registered {
  readonly name: string;
  readonly work: () => Promise<void> | void;
  readonly limitMs: number;
}

const registered: Registered[] = [];

/** Registers a test. Tests run one after the other in the order of registration. */
export const test = (name: string, work: () => Promise<void> | void, limitMs = 30_000): void => {
  registered.push({ name, work, limitMs });
};

/**
 * Runs all tests and writes the results to the file named by `DELIBERATE_TEST_RESULTS`. The extension host's exit code
 * says nothing in a browser window, so the launcher judges by that file alone.
 */
export const runRegistered = async (): Promise<void> => {
  const file = process.env.DELIBERATE_TEST_RESULTS;
  if (file === undefined) throw new Error("DELIBERATE_TEST_RESULTS names no file");
  const results: TestResult[] = [];
  for (const { name, work, limitMs } of registered)
    results.push(await measure(name, async () => work(), limitMs));
  writeFileSync(file, JSON.stringify(results, null, 2));
  if (results.some((result) => !result.ok)) throw new Error("some tests failed");
};
