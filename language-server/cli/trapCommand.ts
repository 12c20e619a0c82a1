import { basename, dirname, resolve } from "node:path";
import type { TrapParams, TrapReport } from "../contract/methods.ts";
import { trapReportLines } from "../core/experiments/trapReport.ts";
import { prefixTrap } from "../server/experiments/prefixTrap.ts";
import type { ProductFiles } from "../server/productFiles.ts";
import { defaultSettings } from "../server/settings.ts";
import { parametersOf } from "./evalArguments.ts";
import { ProgressLine } from "./progressLine.ts";
import { type ExitCode, exitCodes, numberOption, readOptions, UsageError } from "./usage.ts";
import { withProduct } from "./withProduct.ts";

/** `deliberate trap RUN [options]`: the prefix dominance trap over a run of the protocol `direct`. */
export async function trapCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const { params, folder, json } = readArguments(args);
  const progress = new ProgressLine(process.stderr);
  const setting = { files, settings: defaultSettings, folder, progress };
  const result = await withProduct(setting, ({ runs }) => prefixTrap(runs, params));
  if (!result.ok) {
    progress.line(result.error.message.split("\n")[0] ?? "failed");
    return exitCodes.failed;
  }
  const { report } = result.value;
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : textReport(report));
  return exitCodes.done;
}

const textReport = (report: TrapReport): string => `\n${trapReportLines(report).join("\n")}\n\n`;

function readArguments(args: readonly string[]): {
  params: TrapParams;
  folder: string;
  json: boolean;
} {
  const { values, positionals } = parse(args);
  const [run, ...others] = positionals;
  if (run === undefined || others.length > 0) throw new UsageError("trap wants the folder of one run");
  const { beginnings } = values;
  if (beginnings !== undefined && beginnings !== "wrong" && beginnings !== "right")
    throw new UsageError("--beginnings is wrong or right");
  const numbers = (["share", "questions", "samples", "temperature", "seed"] as const).flatMap((name) => {
    const value = numberOption(name, values[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const parameters = parametersOf(values.param ?? []);
  return {
    params: {
      runId: basename(resolve(run)),
      ...Object.fromEntries(numbers),
      ...(beginnings === undefined ? {} : { beginnings }),
      ...(parameters === undefined ? {} : { parameters }),
    },
    folder: dirname(resolve(run)),
    json: values.json ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  return readOptions(args, {
    beginnings: text,
    share: text,
    questions: text,
    samples: text,
    temperature: text,
    seed: text,
    param: { type: "string", multiple: true },
    json: { type: "boolean" },
  });
}
