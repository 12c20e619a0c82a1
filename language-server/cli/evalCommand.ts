import { basename, dirname, resolve } from "node:path";
import type { RunSummary } from "../contract/entities.ts";
import type { Settings } from "../contract/methods.ts";
import { fail, type Result } from "../contract/result.ts";
import { formatEndpoint, parseEndpoint } from "../core/endpoint/address.ts";
import { defaultModelPath } from "../models/defaultModel.ts";
import type { Product } from "../server/product.ts";
import type { ProductFiles } from "../server/productFiles.ts";
import type { RunEnd } from "../server/run/activeRun.ts";
import { defaultSettings } from "../server/settings.ts";
import { runsFolder } from "../store/runFolder.ts";
import { type EvalArguments, readEvalArguments } from "./evalArguments.ts";
import { ProgressLine } from "./progressLine.ts";
import { jsonReport, textReport } from "./report.ts";
import { type ExitCode, exitCodes } from "./usage.ts";
import { type CommandSetting, withProduct } from "./withProduct.ts";

/** `deliberate eval FILE... [options]`: one run per file. `sql eval` is the same under its own name. */
export async function evalCommand(
  args: readonly string[],
  files: ProductFiles,
  name: "eval" | "sql eval" = "eval",
): Promise<ExitCode> {
  const given = readEvalArguments(args, name);
  const settings: Settings = {
    ...defaultSettings,
    engine: { ...defaultSettings.engine, ...given.engine },
    grading: { profile: given.profile ?? defaultSettings.grading.profile },
  };
  const folder =
    given.resume !== undefined
      ? dirname(resolve(given.resume))
      : given.out !== undefined
        ? resolve(given.out)
        : runsFolder(process.cwd(), process.cwd());
  const progress = new ProgressLine(process.stderr);
  const permission: CommandSetting["endpointPermission"] = async (address, isLocal) =>
    endpointPermission(given.model, address, isLocal);
  return withProduct({ files, settings, folder, progress, endpointPermission: permission }, (product) =>
    evaluate(given, settings, product, progress, { root: files.root, sqlOnly: name === "sql eval" }),
  );
}

/** Naming an endpoint is the permission to use it; a run's folder, which may be of somebody else, is not. */
function endpointPermission(named: string | undefined, address: string, isLocal: boolean) {
  const key = process.env.DELIBERATE_ENDPOINT_KEY ?? null;
  const given = named === undefined ? null : parseEndpoint(named);
  const allowed = isLocal || (given !== null && sameServers(formatEndpoint(given), address));
  return {
    allowed,
    key,
    reason: `nothing was sent to ${address}; to go on there, name it with --model`,
  };
}

const sameServers = (a: string, b: string): boolean => a.split("#")[0] === b.split("#")[0];

interface StartOptions {
  /** Of the product: holds the built-in model. */
  readonly root: string;
  readonly sqlOnly: boolean;
}

type Started = Result<{ runId: string; ended: Promise<RunEnd> }>;

async function evaluate(
  given: EvalArguments,
  settings: Settings,
  product: Product,
  progress: ProgressLine,
  options: StartOptions,
): Promise<ExitCode> {
  const starts: (() => Promise<Started>)[] =
    given.resume === undefined
      ? given.files.map((file) => () => start(given, settings, product, file, options))
      : [() => product.runs.resume(basename(resolve(given.resume ?? "")))];
  const reports: object[] = [];
  const summaries: RunSummary[] = [];
  for (const begin of starts) {
    const started = await begin();
    if (!started.ok) return failed(progress, started.error.message);
    const end = await started.value.ended;
    if (end.failure !== null) return failed(progress, end.failure.message);
    const done = await product.runs.library.summary(started.value.runId);
    if (!done.ok) return failed(progress, done.error.message);
    if (end.status === "stopped") {
      return failed(progress, `stopped; go on with: deliberate eval --resume ${done.value.folder}`);
    }
    summaries.push(done.value.summary);
    reports.push(jsonReport(done.value));
    if (!given.json) process.stdout.write(textReport(done.value));
  }
  if (given.json) {
    // One object for one file, as for several: then under `runs`.
    const [only] = reports;
    process.stdout.write(`${JSON.stringify(reports.length === 1 ? only : { runs: reports })}\n`);
  }
  const { threshold } = given;
  const below = threshold === undefined ? [] : summaries.filter(({ accuracy }) => accuracy.value < threshold);
  if (below.length === 0) return exitCodes.done;
  progress.line(`the accuracy is below the threshold of ${threshold}`);
  return exitCodes.belowThreshold;
}

async function start(
  given: EvalArguments,
  settings: Settings,
  product: Product,
  source: string,
  { root, sqlOnly }: StartOptions,
): Promise<Started> {
  const model = given.model ?? (await defaultModelPath(root));
  if (model === null) return fail("model/not-selected", "no model: name one with --model PATH");
  const { protocol, parameters, samples, seed, limit, sampling, database, sql } = given;
  return product.runs.start(
    {
      source,
      sampling,
      sql,
      ...(database === undefined ? {} : { database }),
      ...(protocol === undefined ? {} : { protocol }),
      ...(parameters === undefined ? {} : { parameters }),
      ...(samples === undefined ? {} : { samples }),
      ...(seed === undefined ? {} : { seed }),
      ...(limit === undefined ? {} : { limit }),
    },
    {
      settings,
      baseFolder: process.cwd(),
      selectedProtocol: settings.run.protocol,
      selectedModel: model,
      sqlOnly,
    },
  );
}

function failed(progress: ProgressLine, message: string): ExitCode {
  progress.line(message.split("\n")[0] ?? "failed");
  return exitCodes.failed;
}
