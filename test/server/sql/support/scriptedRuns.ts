/** The whole server core with a scripted model: runs, journal, databases, grading are the real ones. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { PathRecord, RunManifest, RunSummary } from "../../../../language-server/contract/entities.ts";
import type { RunStartParams } from "../../../../language-server/contract/methods.ts";
import type { Script } from "../../../../language-server/engine/scripted/script.ts";
import { createProduct, type Product } from "../../../../language-server/server/product.ts";
import { productFiles } from "../../../../language-server/server/productFiles.ts";
import { defaultSettings } from "../../../../language-server/server/settings.ts";

/** Only its header is read. */
const modelFile = resolve("test/fixtures/models/stories260K.gguf");
export const sqlFixtures = resolve("test/fixtures/sql");

export interface EndedRun {
  readonly runId: string;
  readonly manifest: RunManifest;
  readonly summary: RunSummary;
  /** By `question#sample`. */
  readonly paths: ReadonlyMap<string, PathRecord>;
}

export class ScriptedRuns {
  readonly folder = mkdtempSync(join(tmpdir(), "deliberate-sql-runs-"));
  product: Product;
  private readonly scriptFile = join(this.folder, "script.json");

  constructor(script: Script) {
    this.product = this.create(script);
  }

  private create(script: Script): Product {
    writeFileSync(this.scriptFile, JSON.stringify(script));
    const files = productFiles(pathToFileURL(resolve("language-server/server/main.ts")).href);
    return createProduct({
      files: {
        ...files,
        engine: {
          path: resolve("language-server/engine/scripted/scriptedMain.ts"),
          execArgv: ["--import", "tsx"],
        },
      },
      settings: () => ({ ...defaultSettings, engine: { ...defaultSettings.engine, contextTokens: 4096 } }),
      runsFolder: () => join(this.folder, "runs"),
      notify: () => {},
      log: () => {},
      warn: () => {},
      onEngineStatus: () => {},
      onStarted: () => {},
      onEnded: () => {},
    });
  }

  /** Writes a question file of JSON lines. */
  questions(name: string, rows: readonly object[]): string {
    const path = join(this.folder, name);
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return path;
  }

  start(params: RunStartParams) {
    this.chooseScript();
    return this.product.runs.start(params, {
      settings: { ...defaultSettings, engine: { ...defaultSettings.engine, contextTokens: 4096 } },
      baseFolder: this.folder,
      selectedProtocol: "direct",
      selectedModel: modelFile,
    });
  }

  resume(runId: string) {
    this.chooseScript();
    return this.product.runs.resume(runId);
  }

  /** Starts a run and waits for its end; fails with the message of whatever goes wrong. */
  async run(params: RunStartParams): Promise<EndedRun> {
    const started = await this.start(params);
    if (!started.ok) throw new Error(started.error.message);
    const end = await started.value.ended;
    if (end.failure !== null) throw new Error(end.failure.message);
    return this.read(started.value.runId);
  }

  /** What the run's folder says. */
  async read(runId: string): Promise<EndedRun> {
    const { library } = this.product.runs;
    const view = await library.view(runId);
    if (!view.ok) throw new Error(view.error.message);
    const paths = new Map<string, PathRecord>();
    for (const { questionId, sample } of view.value.paths()) {
      const path = await library.path({ runId, questionId, sample });
      if (path.ok) paths.set(`${questionId}#${sample}`, path.value.path);
    }
    return { runId, manifest: view.value.manifest, summary: view.value.summary(), paths };
  }

  /** A new server core over the same folder, with a model that says something else. */
  async restart(script: Script): Promise<void> {
    await this.product.dispose();
    this.product = this.create(script);
  }

  /** The engine's process reads it when it starts. */
  private chooseScript(): void {
    process.env.DELIBERATE_ENGINE_SCRIPT = this.scriptFile;
  }

  async dispose(): Promise<void> {
    await this.product.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A script that answers a question that contains a text. */
export const answers = (
  said: readonly (readonly [text: string, say: string | readonly string[]])[],
): Script => ({
  rules: said.map(([text, say]) => ({ when: text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), say })),
});
