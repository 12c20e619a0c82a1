import {
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
  type Range,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { completePreset } from "../../core/presets/completion.ts";
import { presetProblems } from "../../core/presets/diagnostics.ts";
import { hoverPreset } from "../../core/presets/hover.ts";
import type { Span } from "../../core/presets/tree.ts";

/** What calls for completion while a preset is typed. */
export const presetTriggers = [":", " "];

/** A protocol preset by its name; such a document holds no questions, whatever is in it. */
export const isPreset = (uri: string): boolean => /\.deliberate\.(ya?ml|json)$/i.test(uri);

/** JSON presets are left to the editor, which checks and completes JSON by the schema that we publish. */
const isYamlPreset = (uri: string): boolean => /\.deliberate\.ya?ml$/i.test(uri);

export function presetCompletions(document: TextDocument | undefined, position: Position): CompletionItem[] {
  if (document === undefined || !isYamlPreset(document.uri)) return [];
  return completePreset(document.getText(), document.offsetAt(position)).map((found, index) => ({
    label: found.label,
    kind: found.kind === "key" ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(found.detail === undefined ? {} : { detail: found.detail }),
    documentation: { kind: MarkupKind.Markdown, value: found.documentation },
    filterText: found.insert.startsWith(" ") ? ` ${found.label}` : found.label,
    sortText: String(index).padStart(3, "0"),
    textEdit: { range: rangeOf(document, found.replaces), newText: found.insert },
    insertTextFormat: found.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    ...(found.continues ? { command: suggestAgain } : {}),
  }));
}

export function presetHover(document: TextDocument | undefined, position: Position): Hover | null {
  if (document === undefined || !isYamlPreset(document.uri)) return null;
  const found = hoverPreset(document.getText(), document.offsetAt(position));
  if (found === null) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.contents },
    range: rangeOf(document, found.span),
  };
}

/** Null for a document that is no preset. */
export function presetDiagnostics(document: TextDocument | undefined): Diagnostic[] | null {
  if (document === undefined || !isPreset(document.uri)) return null;
  if (!isYamlPreset(document.uri)) return [];
  return presetProblems(document.getText()).map(({ span, message, code, severity }) => ({
    range: rangeOf(document, span),
    message,
    code,
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: "Deliberate",
  }));
}

/** Trigger characters count only when typed, not when a completion writes them. */
const suggestAgain = { title: "Suggest", command: "editor.action.triggerSuggest" };

const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});
