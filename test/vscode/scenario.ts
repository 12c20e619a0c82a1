/** A story played in the real window from outside: named steps, each of them a test with its own line. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeError, measure, printResult, type TestResult } from "./report.ts";
import { openSession, type Session } from "./session.ts";
import type { Workbench } from "./workbench.ts";

export interface StepOptions {
  /** When it fails, the rest of the scenario makes no sense and is left out. */
  readonly needed?: boolean;
  readonly limitMs?: number;
}

export interface ScenarioContext {
  readonly workbench: Workbench;
  readonly session: Session;
  /** Folder that the window has open; deleted afterwards. */
  readonly workspace: string;
  readonly step: (name: string, work: () => Promise<void>, options?: StepOptions) => Promise<void>;
}

export interface Scenario {
  readonly name: string;
  /** Puts files into the workspace; returns user settings. */
  readonly prepare: (workspace: string) => Record<string, unknown>;
  readonly play: (context: ScenarioContext) => Promise<void>;
}

class Abandoned extends Error {}

const fileName = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60);

/** Plays a scenario and gives one result a step. Never throws; keeps logs and a picture of each failure. */
export const playScenario = async (
  scenario: Scenario,
  options: { extension: string; artefacts: string; headed: boolean },
): Promise<TestResult[]> => {
  const results: TestResult[] = [];
  const note = (result: TestResult) => {
    printResult(result);
    results.push(result);
  };
  const workspace = join(mkdtempSync(join(tmpdir(), "deliberate-workspace-")), scenario.name);
  mkdirSync(workspace);
  let session: Session | undefined;
  try {
    const settings = scenario.prepare(workspace);
    const open = await openSession({ ...options, workspace, settings });
    session = open;
    const { workbench } = open;
    await workbench.ready();
    const step: ScenarioContext["step"] = async (name, work, { needed = false, limitMs = 60_000 } = {}) => {
      const result = await measure(`${scenario.name}: ${name}`, work, limitMs);
      note(result);
      if (result.ok) return;
      await workbench.screenshot(`failed-${fileName(result.name)}`).catch(() => undefined);
      open.keepLogs(fileName(scenario.name));
      if (needed) throw new Abandoned(name);
      await workbench.closeQuickInput().catch(() => undefined);
    };
    await scenario.play({ workbench, session: open, workspace, step });
  } catch (error) {
    if (error instanceof Abandoned)
      console.log(`    the rest of ${scenario.name} is left out: it needs “${error.message}”`);
    else note({ name: `${scenario.name}: plays to its end`, ok: false, ms: 0, error: describeError(error) });
    session?.keepLogs(fileName(scenario.name));
  } finally {
    await session?.close();
    rmSync(join(workspace, ".."), { recursive: true, force: true, maxRetries: 3 });
  }
  return results;
};
