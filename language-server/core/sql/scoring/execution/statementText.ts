import type { SqlDialect } from "../../schema.ts";
import { sqlTokens } from "../../tokens.ts";

export interface StatementRules {
  /** Keep DISTINCT in both statements. The official default removes it. */
  readonly keepDistinct: boolean;
  /** Put 1 for the letters "value" in the prediction, as the official script does for models that predict no values. */
  readonly replaceValueWord: boolean;
  readonly dialect: SqlDialect;
}

/** Rules with which published execution accuracies on Spider are computed (exec_eval.py without options). */
export const spiderRules: StatementRules = {
  keepDistinct: false,
  replaceValueWord: true,
  dialect: "sqlite",
};

/** Both statements as they are executed. */
export interface PreparedPair {
  readonly gold: string;
  readonly predicted: string;
  /** The gold text has "order by" anywhere, in a sub-statement too (official rule). */
  readonly orderMatters: boolean;
  readonly dialect: SqlDialect;
  /** Neither order nor repetition of rows counts, and columns stand in their order (BIRD's rule). */
  readonly rowSets?: true;
}

/** What the official script does to the texts before it runs them. */
export function prepareStatements(predicted: string, gold: string, rules: StatementRules): PreparedPair {
  const { keepDistinct, dialect } = rules;
  const prepare = (sql: string): string => executable(sql, keepDistinct, dialect);
  const goldText = prepare(gold);
  return {
    gold: goldText,
    predicted: prepare(rules.replaceValueWord ? predicted.replaceAll("value", "1") : predicted),
    orderMatters: /order by/i.test(goldText),
    dialect,
  };
}

function executable(sql: string, keepDistinct: boolean, dialect: SqlDialect): string {
  const joined = sql.replaceAll("> =", ">=").replaceAll("< =", "<=").replaceAll("! =", "!=");
  const text = keepDistinct ? joined : withoutDistinct(joined, dialect);
  return text.replace(/YEAR\s*\(\s*CURDATE\s*\(\s*\)\s*\)\s*/gi, "2020");
}

/** Also cuts the text after its first statement, as the official script does in this step. */
function withoutDistinct(sql: string, dialect: SqlDialect): string {
  const { tokens } = sqlTokens(sql, dialect);
  const semicolon = tokens.find((token) => token.kind === "symbol" && token.text === ";");
  let text = "";
  let copied = 0;
  for (const token of tokens) {
    if (token.kind !== "word" || token.text.toLowerCase() !== "distinct") continue;
    if (semicolon !== undefined && token.start > semicolon.start) break;
    text += sql.slice(copied, token.start);
    copied = token.end;
  }
  return text + sql.slice(copied, semicolon?.end);
}
