/**
 * What a record of JSON or CSV means, told by its own fields and values: GSM8K, MATH, AIME, AMC, SVAMP, AQuA,
 * OlympiadBench, any `question`/`answer` pair, or the fields the user names.
 */
import type { AnswerKind } from "../../contract/entities.ts";
import { choiceLetter, letterOf, readOptions, textWithOptions } from "./choices.ts";
import {
  answerNames,
  choiceAnswerNames,
  idNames,
  optionNames,
  questionNames,
  solutionNames,
  tagCharactersMaximum,
  tagNames,
} from "./fieldNames.ts";
import { FieldNames, isFieldTable, mappedPath, scalarText, valueAt } from "./fieldValues.ts";
import { answerAfterHashes, lastBox } from "./finalAnswer.ts";
import { joinedSentences } from "./joinedSentences.ts";
import { readSqlRecord, type SqlRecord } from "./sqlRecord.ts";
import type { FieldMapping, FieldPath, QuestionDraft, RecordFault, SourceRecord } from "./types.ts";

export type Recognised =
  | { readonly ok: true; readonly draft: QuestionDraft; readonly warnings: readonly RecordFault[] }
  | { readonly ok: false; readonly fault: RecordFault };

const refused = (code: RecordFault["code"], message: string, path?: FieldPath): Recognised => ({
  ok: false,
  fault: { code, severity: "error", message, ...(path === undefined ? {} : { path }) },
});

/** Reads one record; errors and warnings name the field where they know it. */
export function recogniseRecord(record: SourceRecord, mapping: FieldMapping = {}): Recognised {
  return new RecordReading(record, mapping).read();
}

type AnswerReading =
  | {
      readonly ok: true;
      readonly gold: string;
      readonly alternatives: readonly string[];
      readonly path: FieldPath;
      readonly schema?: string;
      readonly solution?: string;
    }
  | { readonly ok: false; readonly refusal: Recognised };

class RecordReading {
  readonly #record: SourceRecord;
  readonly #mapping: FieldMapping;
  readonly #names: FieldNames;
  readonly #warnings: RecordFault[] = [];

  constructor(record: SourceRecord, mapping: FieldMapping) {
    this.#record = record;
    this.#mapping = mapping;
    this.#names = new FieldNames(record.fields);
  }

  read(): Recognised {
    const question = this.#question();
    if (question === undefined) return this.#missingQuestion();
    const query = readSqlRecord(
      this.#record.fields,
      this.#names,
      this.#mapping.answer === undefined ? undefined : (this.#path(this.#mapping.answer) ?? []),
    );
    if (query !== undefined) return this.#queryDraft(question.text, query);
    const optionsPath = this.#path(this.#mapping.options, ...optionNames);
    const options = this.#options(optionsPath);
    const solution = this.#solution();
    const answer = this.#answer(options !== undefined, solution?.text);
    if (!answer.ok) return answer.refusal;

    let gold = answer.gold;
    let answerKind: AnswerKind = "value";
    let text = question.text;
    if (options !== undefined) {
      const letter = choiceLetter(gold, options, optionsPath?.[0] === "choices");
      if (letter === undefined) {
        const message = `The answer "${short(gold)}" is none of the options A to ${letterOf(options.length - 1)}.`;
        return refused("bad-option", message, answer.path);
      }
      gold = letter;
      answerKind = "choice";
      text = textWithOptions(text, options);
    }
    const tolerance = this.#tolerance();
    const worked = solution?.text ?? answer.solution;
    const id = this.#id();
    const tags = this.#tags();
    const draft: QuestionDraft = {
      schema: this.#schema(question.schema, options !== undefined, answer.schema, gold),
      text,
      gold,
      answerKind,
      ...(options === undefined ? {} : { options }),
      ...(answer.alternatives.length === 0 ? {} : { alternatives: answer.alternatives }),
      ...(tolerance === undefined ? {} : { tolerance }),
      ...(worked === undefined ? {} : { solution: worked }),
      ...(id === undefined ? {} : { id }),
      ...(tags === undefined ? {} : { tags }),
    };
    return { ok: true, draft, warnings: this.#warnings };
  }

  #queryDraft(text: string, { gold, sql, schema }: SqlRecord): Recognised {
    const id = this.#id();
    const tags = { ...this.#tags(), ...(sql.database === "" ? {} : { db: sql.database }) };
    const draft: QuestionDraft = {
      schema,
      text,
      gold,
      answerKind: "sql",
      sql,
      ...(id === undefined ? {} : { id }),
      ...(Object.keys(tags).length === 0 ? {} : { tags }),
    };
    return { ok: true, draft, warnings: this.#warnings };
  }

  #path(mapped: string | undefined, ...names: readonly string[]): FieldPath | undefined {
    if (mapped !== undefined) return mappedPath(this.#record.fields, mapped);
    const name = this.#names.find(...names);
    return name === undefined ? undefined : [name];
  }

  #text(path: FieldPath | undefined): string | undefined {
    return path === undefined ? undefined : scalarText(this.#record, path);
  }

  #question(): { text: string; schema?: string } | undefined {
    const body = this.#mapping.question === undefined ? this.#text(this.#path(undefined, "Body")) : undefined;
    const path = this.#path(this.#mapping.question, ...questionNames);
    const asked = this.#text(path)?.trim();
    if (body !== undefined && body.trim() !== "" && asked !== undefined && asked !== "") {
      // Some copies of the set carry the joined text as well.
      const joined = asked.startsWith(body.trim()) ? asked : joinedSentences(body.trim(), asked);
      return { text: joined, schema: "svamp" };
    }
    if (asked === undefined || asked === "") return undefined;
    const context = this.#names.has("final_answer")
      ? this.#text(this.#path(undefined, "context"))?.trim()
      : undefined;
    return { text: context === undefined || context === "" ? asked : `${context}\n\n${asked}` };
  }

  #missingQuestion(): Recognised {
    const { question } = this.#mapping;
    if (question !== undefined)
      return refused(
        "missing-question",
        `There is no text in the field "${question}" that the field mapping names.`,
      );
    const name = this.#names.find(...questionNames);
    if (name !== undefined) return refused("missing-question", `The field "${name}" holds no text.`, [name]);
    const known = Object.keys(this.#record.fields).slice(0, 8).join(", ");
    const message = `No question found (looked for ${questionNames.join(", ")}; the record has ${known === "" ? "no fields" : short(known)}).`;
    return refused("missing-question", message);
  }

  #options(path: FieldPath | undefined): readonly string[] | undefined {
    if (path === undefined) return this.#optionColumns();
    return readOptions(valueAt(this.#record.fields, path), (item, key) => {
      const isOwn =
        Array.isArray(valueAt(this.#record.fields, path)) || isFieldTable(valueAt(this.#record.fields, path));
      return scalarText(this.#record, isOwn ? [...path, key] : [], item);
    });
  }

  /** CSV files often have one column per option: `A`, `B`, … or `option_a`, …, beside the letter of the right one. */
  #optionColumns(): readonly string[] | undefined {
    if (!this.#names.has("A", "option_a", "optionA")) return undefined;
    const options: string[] = [];
    for (let index = 0; index < 26; index++) {
      const letter = letterOf(index);
      const text = this.#text(this.#path(undefined, letter, `option_${letter}`, `option${letter}`))?.trim();
      if (text === undefined || text === "") break;
      options.push(text);
    }
    return options.length < 2 ? undefined : options;
  }

  #solution(): { text: string } | undefined {
    const path = this.#path(this.#mapping.solution, ...solutionNames);
    if (path === undefined) return undefined;
    const value = valueAt(this.#record.fields, path);
    const text = Array.isArray(value)
      ? value.filter((part) => typeof part === "string").join("\n\n")
      : this.#text(path);
    return text === undefined || text.trim() === "" ? undefined : { text };
  }

  #answer(choice: boolean, solution: string | undefined): AnswerReading {
    const path = this.#path(this.#mapping.answer, ...(choice ? choiceAnswerNames : []), ...answerNames);
    if (path === undefined) return this.#answerFromSolution(solution);
    const value = valueAt(this.#record.fields, path);
    if (Array.isArray(value)) {
      const all = value
        .map((item, index) => scalarText(this.#record, [...path, index], item)?.trim())
        .filter((text) => text !== undefined && text !== "");
      const [gold, ...alternatives] = all as string[];
      if (gold === undefined)
        return {
          ok: false,
          refusal: refused("empty-answer", `The list "${path.join(".")}" holds no answer.`, path),
        };
      const schema = path[0] === "final_answer" ? { schema: "olympiadbench" } : {};
      return {
        ok: true,
        gold,
        alternatives: alternatives.filter((other) => other !== gold),
        path,
        ...schema,
      };
    }
    const text = this.#text(path)?.trim();
    if (text === undefined) {
      const message = `The field "${path.join(".")}" is neither text nor a number nor a list of them.`;
      return { ok: false, refusal: refused("missing-answer", message, path) };
    }
    const hashed = answerAfterHashes(text);
    const boxed = hashed === undefined && text.includes("\\boxed") ? lastBox(text)?.content : undefined;
    const gold = hashed ?? boxed ?? text;
    if (gold === "") {
      const message =
        hashed === undefined
          ? `The field "${path.join(".")}" is empty.`
          : "There is no answer after the mark ####.";
      return { ok: false, refusal: refused("empty-answer", message, path) };
    }
    return {
      ok: true,
      gold,
      alternatives: [],
      path,
      ...(hashed === undefined ? {} : { schema: "gsm8k" }),
      ...(gold === text ? {} : { solution: text }),
    };
  }

  #answerFromSolution(solution: string | undefined): AnswerReading {
    const { answer } = this.#mapping;
    if (answer !== undefined) {
      return {
        ok: false,
        refusal: refused("missing-answer", `There is no field "${answer}" as the field mapping says.`),
      };
    }
    if (solution === undefined) {
      const message = `No answer found (looked for ${answerNames.slice(0, 6).join(", ")} and a solution with \\boxed{}).`;
      return { ok: false, refusal: refused("missing-answer", message) };
    }
    const path = this.#path(this.#mapping.solution, ...solutionNames) ?? [];
    const gold = answerAfterHashes(solution) ?? lastBox(solution)?.content;
    if (gold === undefined || gold === "") {
      const message = "There is no answer field, and the solution has no complete \\boxed{}.";
      return { ok: false, refusal: refused("missing-answer", message, path) };
    }
    return { ok: true, gold, alternatives: [], path };
  }

  #tolerance(): number | undefined {
    const name = this.#names.find("error", "tolerance");
    if (name === undefined) return undefined;
    const text = this.#text([name])?.trim();
    if (text === undefined || text === "") return undefined;
    const tolerance = Number(text);
    if (Number.isFinite(tolerance) && tolerance >= 0) return tolerance;
    const message = `The tolerance "${short(text)}" is not a number of zero or more and is ignored.`;
    this.#warnings.push({ code: "bad-tolerance", severity: "warning", message, path: [name] });
    return undefined;
  }

  #id(): string | undefined {
    const id = this.#text(this.#path(this.#mapping.id, ...idNames))?.trim();
    return id === "" ? undefined : id;
  }

  #tags(): Readonly<Record<string, string>> | undefined {
    const tags: Record<string, string> = {};
    for (const tag of tagNames) {
      const name = this.#names.find(tag);
      const text = name === undefined ? undefined : this.#text([name])?.trim();
      if (text !== undefined && text !== "" && text.length <= tagCharactersMaximum) tags[tag] = text;
    }
    return Object.keys(tags).length === 0 ? undefined : tags;
  }

  #schema(
    fromQuestion: string | undefined,
    choice: boolean,
    fromAnswer: string | undefined,
    gold: string,
  ): string {
    if (this.#mapping.question !== undefined || this.#mapping.answer !== undefined) return "mapped";
    if (fromQuestion !== undefined) return fromQuestion;
    if (choice) return this.#names.has("rationale") ? "aqua" : "choice";
    if (fromAnswer !== undefined) return fromAnswer;
    const origin = ["url", "source", "id", "ID"].map((name) => this.#text([name]) ?? "").join(" ");
    if (/\bAIME\b|aime2\d|_AIME_|\b\d{4}-I{1,2}-\d{1,2}\b/i.test(origin) && /^\d{1,3}$/.test(gold))
      return "aime";
    if (/\bAMC\b|amc2\d|_AMC_/i.test(origin)) return "amc";
    if (this.#names.has("problem") && this.#names.has("solution", "subject", "level", "unique_id"))
      return "math";
    const solution = this.#text(this.#path(undefined, "solution"));
    if (solution !== undefined && answerAfterHashes(solution) !== undefined) return "gsm8k";
    return "generic";
  }
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
