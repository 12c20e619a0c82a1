import { productVersion } from "../server/product.ts";
import { productFiles } from "../server/productFiles.ts";
import { branchCommand } from "./branchCommand.ts";
import { compareCommand } from "./compareCommand.ts";
import { evalCommand } from "./evalCommand.ts";
import { gradeCommand } from "./gradeCommand.ts";
import { replayCommand } from "./replayCommand.ts";
import { sqlCommand } from "./sql/sqlCommand.ts";
import { trainCommand } from "./trainCommand.ts";
import { trapCommand } from "./trapCommand.ts";
import { type ExitCode, exitCodes, firstLine, UsageError, usageText } from "./usage.ts";

/** Whoever reads the results (`| head`) has seen enough. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCodes.done);
}

/** Anywhere before `--`, so that it need not be known where it belongs. */
const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
};

/**
 * The headless entry. Results go to standard output, everything else to standard error; whatever goes wrong is one
 * line there, never a stack trace.
 */
export async function run(args: readonly string[], moduleUrl: string): Promise<ExitCode> {
  const [command, ...rest] = args;
  const files = productFiles(moduleUrl);
  process.stdout.on("error", endWithReader);
  try {
    if (command === "help" || asksForHelp(args)) {
      process.stdout.write(usageText);
      return exitCodes.done;
    }
    if (command === "eval") return await evalCommand(rest, files);
    if (command === "grade") return await gradeCommand(rest, files);
    if (command === "replay") return await replayCommand(rest, files);
    if (command === "compare") return await compareCommand(rest);
    if (command === "sql") return await sqlCommand(rest, files);
    if (command === "train") return await trainCommand(rest, files);
    if (command === "branch") return await branchCommand(rest, files);
    if (command === "trap") return await trapCommand(rest, files);
    if (command === "--version") {
      process.stdout.write(`${productVersion(files.root)}\n`);
      return exitCodes.done;
    }
    throw new UsageError(command === undefined ? "a command is missing" : `there is no command “${command}”`);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`deliberate: ${error.message} (deliberate --help shows the commands)\n`);
    } else {
      if (process.env.DELIBERATE_DEBUG !== undefined)
        process.stderr.write(`${String((error as Error)?.stack)}\n`);
      process.stderr.write(`deliberate: unexpected failure: ${firstLine(error)}\n`);
    }
    return exitCodes.failed;
  }
}
