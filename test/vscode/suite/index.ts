/** Entry that VS Code loads as `extensionTestsPath`; bundled to one CommonJS file by the launcher. */
import "./manifest.suite.ts";
import { runRegistered } from "./harness.ts";

export const run = (): Promise<void> => runRegistered();
