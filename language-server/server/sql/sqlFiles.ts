import type { Connection } from "vscode-languageserver/node";
import type { Settings } from "../../contract/methods.ts";
import { fail, type Result } from "../../contract/result.ts";
import type { SuggestionExplanation } from "../../contract/sql.ts";
import type { OpenDocuments } from "../documents/openDocuments.ts";
import type { Product } from "../product.ts";
import { DatabaseDesk } from "./databaseDesk.ts";
import { findWorkspaceFiles } from "./findWorkspaceFiles.ts";

export interface SqlFilesParts {
  readonly connection: Connection;
  readonly product: Product;
  readonly documents: OpenDocuments;
  settings(): Settings;
  workspaceFolders(): readonly string[];
  storageFolder(): string;
  onDatabasesChanged(): void;
}

/** Everything that concerns SQL documents in the editor. */
export class SqlFiles {
  readonly desk: DatabaseDesk;

  constructor(parts: SqlFilesParts) {
    this.desk = new DatabaseDesk({
      databases: parts.product.databases,
      linkIndexes: parts.product.linkIndexes,
      discover: () => findWorkspaceFiles(parts.workspaceFolders()),
      workspaceFolders: parts.workspaceFolders,
      storageFolder: parts.storageFolder,
      onChanged: parts.onDatabasesChanged,
    });
  }

  explainSuggestion(_uri: string): Result<SuggestionExplanation> {
    return fail("input/invalid", "Nothing has been suggested in this document yet.");
  }
}
