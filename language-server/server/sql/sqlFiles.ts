import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type Hover,
  type InlineCompletionItem,
  type InlineCompletionParams,
  InlineCompletionTriggerKind,
  type Position,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Settings } from "../../contract/methods.ts";
import type { SqlFileSettings } from "../../contract/sql.ts";
import { completeSql, type SqlCompletion } from "../../core/sql/assist/completeSql.ts";
import { hoverSql } from "../../core/sql/assist/hoverSql.ts";
import { guessDialect } from "../../core/sql/ddl.ts";
import type { SqlDialect } from "../../core/sql/schema.ts";
import type { OpenDocuments } from "../documents/openDocuments.ts";
import type { ModelService } from "../modelService.ts";
import type { Product } from "../product.ts";
import { DatabaseDesk, type DocumentDatabase } from "./databaseDesk.ts";
import type { EditorRequests } from "./editorRequests.ts";
import { findDatabases } from "./findDatabases.ts";
import { ShownResults } from "./shownResults.ts";
import { sqlDiagnostics } from "./sqlDiagnostics.ts";
import { SuggestionService } from "./suggestionService.ts";

export interface SqlFilesParts {
  readonly connection: Connection;
  readonly product: Product;
  readonly models: ModelService;
  readonly documents: OpenDocuments;
  settings(): Settings;
  workspaceFolders(): readonly string[];
  storageFolder(): string;
  /** Whether the person trusts the workspace. */
  trusted(): boolean;
  readonly client: EditorRequests;
  onDatabasesChanged(): void;
}

/** A pause in typing after which a document is checked. */
const checkAfterMs = 400;

/** Characters that call for completion in SQL. */
export const sqlTriggers = [".", '"', "`", "["];

/** SQL by its language in the editor, or by its name. */
export const isSql = (document: TextDocument): boolean =>
  document.languageId === "sql" || /\.sql$/i.test(document.uri);

/** Everything that concerns SQL documents in the editor. */
export class SqlFiles {
  readonly desk: DatabaseDesk;
  readonly suggestions: SuggestionService;
  private readonly checks = new Map<
    string,
    { readonly timer: NodeJS.Timeout; readonly abort: AbortController }
  >();
  readonly results = new ShownResults();
  readonly documents: OpenDocuments;

  constructor(private readonly parts: SqlFilesParts) {
    const { product } = parts;
    this.documents = parts.documents;
    this.desk = new DatabaseDesk({
      databases: product.databases,
      linkIndexes: product.linkIndexes,
      discover: () => findDatabases(parts.workspaceFolders(), parts.connection, parts.client),
      trusted: parts.trusted,
      mayConnect: (entry, ask) => parts.client.mayConnect(entry, ask),
      workspaceFolders: parts.workspaceFolders,
      storageFolder: parts.storageFolder,
      onChanged: () => {
        this.suggestions.forget();
        parts.onDatabasesChanged();
        this.checkAll();
      },
    });
    this.suggestions = new SuggestionService({
      session: product.session,
      desk: this.desk,
      settings: parts.settings,
      selectedModel: () => parts.models.selected(),
      log: (text) => parts.connection.console.info(text),
    });
  }

  /** @param typed by a blank or a full stop alone: nobody asked, and a list would hide the ghost text that is there. */
  async completions(document: TextDocument, position: Position, typed: boolean): Promise<CompletionItem[]> {
    if (!this.on("completion")) return [];
    if (typed && this.suggestions.goesOnAt(document.getText(), document.offsetAt(position))) return [];
    const database = await this.desk.of(document.uri);
    const dialect = dialectOf(document, database);
    const found = completeSql(
      document.getText(),
      document.offsetAt(position),
      dialect,
      database?.schema ?? null,
    );
    return found.map((item, index) => toCompletionItem(document, item, index));
  }

  async hover(document: TextDocument, position: Position): Promise<Hover | null> {
    const database = this.on("hover") ? await this.desk.of(document.uri) : null;
    if (database === null) return null;
    const { schema } = database;
    const found = hoverSql(document.getText(), document.offsetAt(position), schema.dialect, schema);
    if (found === null) return null;
    const range = { start: document.positionAt(found.start), end: document.positionAt(found.end) };
    return { contents: { kind: "markdown", value: found.markdown }, range };
  }

  async inlineCompletions(
    { textDocument, position, context }: InlineCompletionParams,
    token: CancellationToken,
  ): Promise<InlineCompletionItem[]> {
    const document = this.documents.documents.get(textDocument.uri);
    if (document === undefined || !isSql(document) || !this.on("inlineSuggestions")) return [];
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      const texts = await this.suggestions.suggest({
        uri: document.uri,
        text: document.getText(),
        offset: document.offsetAt(position),
        invoked: context.triggerKind === InlineCompletionTriggerKind.Invoked,
        signal: abort.signal,
      });
      return texts.map((insertText) => ({ insertText, range: { start: position, end: position } }));
    } finally {
      subscription.dispose();
    }
  }

  /** Checks a document after a pause; a newer call takes the place of one that waits or works. */
  scheduleCheck(document: TextDocument): void {
    const { uri } = document;
    this.forgetCheck(uri);
    const abort = new AbortController();
    const timer = setTimeout(() => void this.check(uri, abort.signal), checkAfterMs);
    this.checks.set(uri, { timer, abort });
  }

  forgetCheck(uri: string): void {
    const waiting = this.checks.get(uri);
    clearTimeout(waiting?.timer);
    waiting?.abort.abort();
    this.checks.delete(uri);
  }

  checkAll(): void {
    for (const document of this.documents.documents.all()) if (isSql(document)) this.scheduleCheck(document);
  }

  private async check(uri: string, signal: AbortSignal): Promise<void> {
    const document = this.documents.documents.get(uri);
    if (document === undefined) return;
    const { version } = document;
    const database = this.on("diagnostics") ? await this.desk.of(uri) : null;
    const diagnostics = this.on("diagnostics")
      ? await sqlDiagnostics(document, dialectOf(document, database), database, signal)
      : [];
    if (!signal.aborted) void this.parts.connection.sendDiagnostics({ uri, version, diagnostics });
  }

  private on(feature: keyof SqlFileSettings): boolean {
    const { sql } = this.parts.settings();
    return sql.enabled && sql[feature];
  }
}

const dialectOf = (document: TextDocument, database: DocumentDatabase | null): SqlDialect =>
  database?.schema.dialect ?? guessDialect(document.getText());

const kinds: Readonly<Record<SqlCompletion["kind"], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  table: CompletionItemKind.Class,
  column: CompletionItemKind.Field,
  function: CompletionItemKind.Function,
  alias: CompletionItemKind.Variable,
  join: CompletionItemKind.Reference,
};

function toCompletionItem(document: TextDocument, item: SqlCompletion, index: number): CompletionItem {
  const range = { start: document.positionAt(item.start), end: document.positionAt(item.end) };
  const quoted = /^["`[]/.exec(document.getText({ start: range.start, end: range.end }))?.[0];
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...(item.detail === "" ? {} : { detail: item.detail }),
    ...(quoted === undefined ? {} : { filterText: `${quoted}${item.label}` }),
    sortText: String(index).padStart(4, "0"),
    textEdit: { range, newText: item.insert },
  };
}
