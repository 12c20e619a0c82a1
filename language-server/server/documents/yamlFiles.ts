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
import { presetYaml } from "../../core/presets/presetYaml.ts";
import { completeYaml } from "../../core/schemaYaml/completion.ts";
import { yamlProblems } from "../../core/schemaYaml/diagnostics.ts";
import { hoverYaml } from "../../core/schemaYaml/hover.ts";
import type { YamlKind } from "../../core/schemaYaml/kind.ts";
import type { Span } from "../../core/schemaYaml/tree.ts";
import { recipeYaml } from "../../lab/recipe/recipeYaml.ts";

/** What calls for completion while a preset or recipe is typed. */
export const yamlTriggers = [":", " "];

/** A protocol preset by its name; such a document holds no questions, whatever is in it. */
export const isPreset = (uri: string): boolean => /\.deliberate\.(ya?ml|json)$/i.test(uri);

/** JSON presets are left to the editor, which checks and completes JSON by the schema that we publish. */
const kindOf = (uri: string): YamlKind | null =>
  /\.deliberate\.ya?ml$/i.test(uri) ? presetYaml : /\.recipe\.ya?ml$/i.test(uri) ? recipeYaml : null;

export function yamlCompletions(document: TextDocument | undefined, position: Position): CompletionItem[] {
  const kind = document === undefined ? null : kindOf(document.uri);
  if (document === undefined || kind === null) return [];
  return completeYaml(kind, document.getText(), document.offsetAt(position)).map((found, index) => ({
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

export function yamlHover(document: TextDocument | undefined, position: Position): Hover | null {
  const kind = document === undefined ? null : kindOf(document.uri);
  if (document === undefined || kind === null) return null;
  const found = hoverYaml(kind, document.getText(), document.offsetAt(position));
  if (found === null) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: found.contents },
    range: rangeOf(document, found.span),
  };
}

/** Null for a document that is neither preset nor recipe. */
export function yamlDiagnostics(document: TextDocument | undefined): Diagnostic[] | null {
  if (document === undefined) return null;
  const kind = kindOf(document.uri);
  if (kind === null) return isPreset(document.uri) ? [] : null;
  const { code } = kind;
  return yamlProblems(kind, document.getText()).map(({ span, message, severity }) => ({
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
