import type { LabOptions } from "../lab/process/messages.ts";
import { numberOption, readOptions, UsageError } from "./usage.ts";

type DeviceOptions = NonNullable<LabOptions["device"]>;

export interface TrainArguments {
  readonly recipe: string;
  readonly folder: string | undefined;
  readonly resume: boolean;
  readonly json: boolean;
  /** What is to hold instead of the recipe's device. */
  readonly device: DeviceOptions;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** @throws UsageError */
export function readTrainArguments(args: readonly string[]): TrainArguments {
  const { values, positionals } = parse(args);
  const [recipe, ...others] = positionals;
  if (recipe === undefined || others.length > 0) throw new UsageError("train wants one recipe");
  const { device } = values;
  if (device !== undefined && !isDeviceKind(device))
    throw new UsageError("--device is cpu, cuda, vulkan or metal");
  const threads = numberOption("threads", values.threads);
  if (threads !== undefined && !(Number.isInteger(threads) && threads >= 1))
    throw new UsageError("--threads is a whole number from 1 on");
  return {
    recipe,
    folder: values.folder,
    resume: values.resume ?? false,
    json: values.json ?? false,
    device: {
      ...(device === undefined ? {} : { kind: device }),
      ...(threads === undefined ? {} : { threads }),
    },
  };
}

function parse(args: readonly string[]) {
  return readOptions(args, { folder: text, resume: flag, json: flag, device: text, threads: text });
}

const isDeviceKind = (value: string): value is NonNullable<DeviceOptions["kind"]> =>
  ["cpu", "cuda", "vulkan", "metal"].includes(value);
