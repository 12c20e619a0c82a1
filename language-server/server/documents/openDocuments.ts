import { TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Question } from "../../contract/entities.ts";
import type { Settings } from "../../contract/methods.ts";
import type { ParsedQuestions } from "../../core/datasets/types.ts";
import { parseQuestions } from "../../datasets/parseQuestions.ts";
import { isPreset } from "./yamlFiles.ts";

/** Documents above this are not parsed on every edit; they can still be evaluated as files. */
const largestParsedCharacters = 5_000_000;

/** Open documents with their questions, parsed once per version. */
export class OpenDocuments {
  readonly documents = new TextDocuments(TextDocument);
  private readonly parsed = new Map<string, { version: number; result: ParsedQuestions }>();

  constructor(private readonly settings: () => Settings) {
    this.documents.onDidClose(({ document }) => this.parsed.delete(document.uri));
  }

  /** Null when the document is not open, too large, a preset, SQL, or holds no question. */
  questionsOf(uri: string): ParsedQuestions | null {
    const document = this.documents.get(uri);
    if (document === undefined || document.languageId === "sql" || isPreset(uri)) return null;
    const known = this.parsed.get(uri);
    if (known?.version === document.version) return orNull(known.result);
    const text = document.getText();
    if (text.length > largestParsedCharacters) return null;
    const result = parseQuestions(text, { path: uri, mapping: this.settings().questions.fieldMapping });
    this.parsed.set(uri, { version: document.version, result });
    return orNull(result);
  }

  question(uri: string, id: string): Question | undefined {
    return this.questionsOf(uri)?.questions.find((question) => question.id === id);
  }

  /** The field mapping has changed. */
  forgetParsed(): void {
    this.parsed.clear();
  }
}

/** Most JSON and Markdown files hold no questions; nothing is said about those. */
const orNull = (result: ParsedQuestions): ParsedQuestions | null =>
  result.questions.length === 0 ? null : result;
