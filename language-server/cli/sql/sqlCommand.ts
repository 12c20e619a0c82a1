import type { ProductFiles } from "../../server/productFiles.ts";
import { evalCommand } from "../evalCommand.ts";
import { type ExitCode, UsageError } from "../usage.ts";
import { linkCommand } from "./linkCommand.ts";
import { scoreCommand } from "./scoreCommand.ts";

/** `deliberate sql eval | score | link …`. */
export async function sqlCommand(args: readonly string[], files: ProductFiles): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === "eval") return evalCommand(rest, files, "sql eval");
  if (command === "score") return scoreCommand(rest, files);
  if (command === "link") return linkCommand(rest, files);
  throw new UsageError(
    command === undefined ? "sql wants one of eval, score, link" : `there is no command “sql ${command}”`,
  );
}
