import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import type { DatasetDiagnostic } from "../../core/datasets/types.ts";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

/** What could not be read in a file of questions, for the Problems view. */
export function toDiagnostics(problems: readonly DatasetDiagnostic[]): Diagnostic[] {
  return problems.map(({ range, message, code, severity }) => ({
    range,
    message,
    code,
    severity: severities[severity],
    source: "Deliberate",
  }));
}
