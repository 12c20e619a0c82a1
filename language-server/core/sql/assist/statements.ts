import type { SqlDialect } from "../schema.ts";
import { type SqlToken, sqlTokens } from "../tokens.ts";

/** One statement of a document. */
export interface DocumentStatement {
  /** With offsets into the document; without the semicolon. */
  readonly tokens: readonly SqlToken[];
  readonly start: number;
  readonly end: number;
}

export interface DocumentStatements {
  readonly statements: readonly DocumentStatement[];
  /** Why the text cannot be read beyond its last token; null when it can. */
  readonly problem: string | null;
}

/** The statements of a document, without empty ones. */
export function documentStatements(text: string, dialect: SqlDialect): DocumentStatements {
  const { tokens, problem } = sqlTokens(text, dialect);
  const statements: DocumentStatement[] = [];
  let current: SqlToken[] = [];
  const finish = () => {
    const [first] = current;
    const last = current.at(-1);
    if (first !== undefined && last !== undefined)
      statements.push({ tokens: current, start: first.start, end: last.end });
    current = [];
  };
  for (const token of tokens) {
    if (token.kind === "symbol" && token.text === ";") finish();
    else current.push(token);
  }
  finish();
  return { statements, problem };
}

/** Whether a statement is a query: only these are checked and completed. */
export const isQuery = ({ tokens }: DocumentStatement): boolean => {
  const first = tokens.find((token) => !(token.kind === "symbol" && token.text === "("));
  return first?.kind === "word" && ["SELECT", "WITH", "VALUES"].includes(first.text.toUpperCase());
};
