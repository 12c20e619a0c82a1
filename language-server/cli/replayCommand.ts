import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { RunManifest, RunReplay, TokenRecord } from "../contract/entities.ts";
import type { ProductFiles } from "../server/productFiles.ts";
import { defaultSettings } from "../server/settings.ts";
import { compareTokens, type Divergence, type TokenComparison } from "../store/compareTokens.ts";
import { writeReplay } from "../store/replayFile.ts";
import { folderOfRun } from "../store/runFolder.ts";
import { openRun, type RunReader } from "../store/runReader.ts";
import { writeSummary } from "../store/summaryFile.ts";
import { ProgressLine } from "./progressLine.ts";
import { type ExitCode, exitCodes, firstLine, readOptions, UsageError } from "./usage.ts";
import { withProduct } from "./withProduct.ts";

/** `deliberate replay RUN`: runs a run again and compares it token by token; its folder then says what came out. */
export async function replayCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const { folder, json } = readArguments(args);
  const progress = new ProgressLine(process.stderr);
  const original = await openRun(folder);
  if (!original.ok) return failed(progress, original.error.message);
  if (original.value.status !== "done")
    return failed(
      progress,
      "only a finished run can be replayed; go on with it by: deliberate eval --resume",
    );
  const scratch = await mkdtemp(join(tmpdir(), "deliberate-replay-"));
  const gpu = gpuOf(original.value.manifest);
  const settings = { ...defaultSettings, engine: { ...defaultSettings.engine, gpu } };
  const setting = { files, settings, folder: scratch, progress, verb: "replaying" };
  try {
    return await withProduct(setting, async (product) => {
      const started = await product.runs.replay(original.value);
      if (!started.ok) return failed(progress, started.error.message);
      const end = await started.value.ended;
      if (end.failure !== null) return failed(progress, end.failure.message);
      if (end.status !== "done") return failed(progress, "stopped; nothing was compared");
      const again = await openRun(folderOfRun(scratch, started.value.runId));
      if (!again.ok) return failed(progress, again.error.message);
      const comparison = await compareTokens(original.value, again.value);
      await keep(original.value, comparison, again.value.manifest.product, progress);
      process.stdout.write(
        json ? `${JSON.stringify({ run: folder, ...comparison })}\n` : report(folder, comparison),
      );
      return comparison.first === null ? exitCodes.done : exitCodes.diverged;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function readArguments(args: readonly string[]): { folder: string; json: boolean } {
  const { values, positionals } = readOptions(args, { json: { type: "boolean" } });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new UsageError("replay wants the folder of one run");
  return { folder: resolve(folder), json: values.json ?? false };
}

/** The device that computed then: another one has other kernels. */
const gpuOf = ({ host }: RunManifest): "cpu" | "cuda" | "vulkan" | "metal" =>
  host.device === "cuda" || host.device === "vulkan" || host.device === "metal" ? host.device : "cpu";

/** The run's own folder says what a replay gave; a folder that cannot be written to is compared all the same. */
async function keep(
  original: RunReader,
  { paths, partedPaths, tokens, first }: TokenComparison,
  product: string,
  progress: ProgressLine,
): Promise<void> {
  const replay: RunReplay = {
    at: Date.now(),
    product,
    tokens,
    paths,
    partedPaths,
    firstDivergence:
      first === null
        ? null
        : {
            questionId: first.questionId,
            sample: first.sample,
            stageIndex: first.stageIndex,
            step: first.step,
          },
  };
  try {
    await writeReplay(original.folder, replay);
    await original.refresh();
    await writeSummary(original.folder, original.summary());
  } catch (error) {
    progress.line(`warning: the run\u2019s folder could not be written to: ${firstLine(error)}`);
  }
}

function report(folder: string, comparison: TokenComparison): string {
  const { paths, partedPaths, tokens, largestLogprobDifference, first } = comparison;
  const lines = [`replay of ${folder}`, `  ${tokens} tokens of ${paths} paths are the same`];
  if (tokens > 0)
    lines.push(
      largestLogprobDifference === 0
        ? "  their recorded log-probabilities are the same to the last bit"
        : `  their recorded log-probabilities differ by at most ${largestLogprobDifference.toPrecision(2)}`,
    );
  if (first !== null)
    lines.push(`  ${partedPaths} of ${paths} paths took another way; the first:`, ...whereOf(first));
  return `${lines.join("\n")}\n`;
}

const whereOf = ({
  questionId,
  sample,
  stageIndex,
  step,
  before,
  original,
  replay,
}: Divergence): string[] => [
  `    question ${questionId}, sample ${sample + 1}, stage ${stageIndex + 1}, token ${step + 1}`,
  `    after:      ${JSON.stringify(before)}`,
  `    the run:    ${tokenText(original)}`,
  `    the replay: ${tokenText(replay)}`,
];

function tokenText(token: TokenRecord | null): string {
  if (token === null) return "no token";
  const shares = token.alternatives.map(
    ({ text, logprob }) => `${JSON.stringify(text)} ${Math.exp(logprob).toFixed(4)}`,
  );
  return `${JSON.stringify(token.text)} (id ${token.id})   likeliest: ${shares.join(", ")}`;
}

function failed(progress: ProgressLine, message: string): ExitCode {
  progress.line(firstLine(message));
  return exitCodes.failed;
}
