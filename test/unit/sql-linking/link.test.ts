import assert from "node:assert/strict";
import { test } from "node:test";
import { parseLinkQuestions } from "../../../language-server/core/sql/linking/linkFile.ts";
import type { Linking } from "../../../language-server/core/sql/linking/linking.ts";
import { linkRow } from "../../../language-server/core/sql/linking/linkRow.ts";
import { concerts, fixtureText, lexicon, link, schemaOf, spiderSchema } from "./help.ts";

const tables = (linking: Linking) => linking.tables.map((table) => table.name);
const reasons = (linking: Linking, table: string) =>
  linking.links
    .filter((found) => found.table === table)
    .map(({ span, column, kind, value }) =>
      [linking.question.slice(...span), column, kind, value].filter((part) => part !== undefined).join(" | "),
    );

test("tables and columns that the question names come first, with the words that name them", () => {
  const linking = link(concerts, "What is the country of each singer?");
  assert.equal(tables(linking)[0], "singer");
  assert.deepEqual(
    { table: linking.columns[0]?.table, name: linking.columns[0]?.name },
    { table: "singer", name: "Country" },
  );
  assert.deepEqual(reasons(linking, "singer"), [
    "singer | exact",
    "singer | Singer_ID | partial",
    "country | Country | exact",
  ]);
});

test("a value is found as a phrase and quoted as stored; its words are not looked up again", () => {
  const linking = link(concerts, "Which concerts were at SOMERSET park or in France?");
  assert.deepEqual(
    reasons(linking, "stadium").filter((reason) => reason.includes("value")),
    ["SOMERSET park | Name | value | Somerset Park"],
  );
  assert.deepEqual(
    reasons(linking, "singer").filter((reason) => reason.includes("value")),
    ["France | Country | value | France"],
  );
});

test("single letters are values only in quotes, numbers never", () => {
  const schema = schemaOf({ student: ["sex:F,M", "house:12"], other: ["x"] });
  const values = (question: string) =>
    link(schema, question).links.filter((found) => found.kind === "value").length;
  assert.equal(values("How many students are F?"), 0);
  assert.equal(values("How many students are 'F'?"), 1);
  assert.equal(values("How many students live in 12?"), 0);
});

test("values of the real data are asked for phrase by phrase, longest first", () => {
  const asked: string[] = [];
  const linking = link(concerts, "Who sang in Old Stag Ground?", {
    lookup: (phrase) => {
      asked.push(phrase);
      return phrase === "Old Stag Ground"
        ? [
            { table: "STADIUM", column: "location", value: "Old Stag  Ground" },
            { table: "gone", column: "x", value: "Old Stag Ground" },
          ]
        : [];
    },
  });
  assert.equal(tables(linking)[0], "stadium");
  assert.ok(reasons(linking, "stadium").includes("Old Stag Ground | Location | value | Old Stag  Ground"));
  assert.equal(asked[0], "Who sang in Old Stag Ground");
  assert.ok(!asked.includes("Stag"));
  assert.ok(!asked.includes("in"));
});

test("a year may be in a column of years or dates, other numbers are nowhere", () => {
  const schema = schemaOf({ show: ["opening_year"], visit: ["code_1999", "code_7"] });
  assert.equal(tables(link(schema, "after 1999"))[0], "show");
  assert.deepEqual(tables(link(schema, "more than 12000")), []);
});

test("values given beside the schema take the place of its samples", () => {
  const values = [{ table: "singer", column: "Name", values: ["Tribal King", null, 7, "x".repeat(61)] }];
  const linking = link(concerts, "How old is tribal king from France?", { values });
  const found = linking.links.filter((one) => one.kind === "value");
  assert.deepEqual(
    found.map((one) => [one.column, one.value]),
    [["Name", "Tribal King"]],
  );
});

test("synonyms need the word list", () => {
  const question = "How many vocalists are there?";
  assert.deepEqual(tables(link(concerts, question)), []);
  const linking = link(concerts, question, { lexicon: lexicon() });
  assert.equal(tables(linking)[0], "singer");
  assert.ok(reasons(linking, "singer").includes("vocalists | related"));
});

test("a table that joins two named ones is among the first, and marked", () => {
  const schema = schemaOf({
    student: ["sid!", "age"],
    club: ["cid!", "title"],
    enrolment: ["s>student.sid", "c>club.cid"],
    age_of_club: ["title", "age"],
    building: ["title"],
    room: ["b>building.title"],
  });
  const linking = link(schema, "Which students are in which club?");
  assert.deepEqual(new Set(tables(linking).slice(0, 3)), new Set(["student", "club", "enrolment"]));
  assert.deepEqual(
    linking.tables.filter((table) => table.bridge).map((table) => table.name),
    ["enrolment"],
  );
  assert.ok(!tables(linking).includes("room"));
  const one = link(schema, "Which club?");
  assert.ok(tables(one).includes("enrolment"));
  assert.ok(
    one.tables.every((table) => !table.bridge),
    "a neighbour of one named table joins nothing",
  );
});

test("scores fall along the ranking", () => {
  const linking = link(spiderSchema(), "Which airlines fly from Aberdeen to a city with a stadium?", {
    lexicon: lexicon(),
  });
  for (const ranked of [linking.tables, linking.columns]) {
    assert.ok(ranked.length > 3);
    for (const [at, { score }] of ranked.entries())
      assert.ok(score <= (ranked[at - 1]?.score ?? Number.POSITIVE_INFINITY));
  }
});

test("abbreviated and run-together names are found", () => {
  const schema = schemaOf({ emp: ["dept", "birthdate"], item: ["qty", "unitprice"], useracct: ["x"] });
  const best = (question: string, options = {}) => tables(link(schema, question, options))[0];
  assert.equal(best("What quantity is left?"), "item");
  assert.equal(best("Which department is the largest?"), "emp");
  assert.equal(best("List the birth dates."), "emp");
  assert.equal(best("Which departments are large?"), "emp");
  assert.equal(best("How many users are there?"), "useracct");
  assert.equal(best("What is the price of a unit?", { lexicon: lexicon() }), "item");
});

test("a column's words anywhere make it known, only in a row are they its name", () => {
  const linking = link(concerts, "What are the names of the songs, and the song name that is longest?");
  assert.deepEqual(
    reasons(linking, "singer").filter((reason) => reason.includes("Song_Name")),
    ["song name | Song_Name | exact", "names | Song_Name | partial", "songs | Song_Name | partial"],
  );
});

test("names without words are never named", () => {
  const linking = link(schemaOf({ measure: ["#", "%", "size"] }), "the size of each measure");
  assert.deepEqual(reasons(linking, "measure"), ["measure | exact", "size | size | exact"]);
});

test("without evidence there is no ranking, and odd schemas and questions do no harm", () => {
  assert.deepEqual(tables(link(concerts, "Hello?")), []);
  assert.deepEqual(tables(link(concerts, "")), []);
  assert.deepEqual(tables(link(schemaOf({}), "How many singers?")), []);
  const itself = schemaOf({ person: ["id!", "boss>person.id"], "": [""], 漢字: ["名前"] });
  assert.equal(tables(link(itself, "Who is the boss of each person?"))[0], "person");
  assert.equal(tables(link(itself, "名前 は?"))[0], "漢字");
  const inherited = schemaOf({ constructor: ["toString", "__proto__"] });
  assert.equal(tables(link(inherited, "constructor of hasOwnProperty"))[0], "constructor");
});

test("the same question gives the same links whatever was asked before", () => {
  const schema = spiderSchema();
  const one = link(schema, "How many pets does each student have?", { lexicon: lexicon() });
  assert.deepEqual(link(schema, "How many pets does each student have?", { lexicon: lexicon() }), one);
});

interface Gold {
  readonly id: string;
  readonly question: string;
  readonly tables: readonly string[];
}

test("questions of Spider and Spider-Syn find their tables among 28", () => {
  const rows: Gold[] = fixtureText("linking/questions.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const schema = spiderSchema();
  const found = (kind: string, words: boolean) => {
    const asked = rows.filter((row) => row.id.startsWith(kind));
    const complete = asked.filter((row) => {
      const first = tables(link(schema, row.question, words ? { lexicon: lexicon() } : {})).slice(0, 8);
      return row.tables.every((table) => first.includes(table));
    });
    return complete.length / asked.length;
  };
  assert.ok(found("spider-dev", true) >= 0.96, `${found("spider-dev", true)}`);
  assert.ok(found("spider-syn", true) >= 0.85, `${found("spider-syn", true)}`);
  assert.ok(found("spider-syn", true) > found("spider-syn", false) + 0.1);
});

test("a row of the link command has the ranking with readable scores", () => {
  const row = linkRow("q1", link(concerts, "singer country"));
  assert.equal(row.id, "q1");
  assert.equal(row.tables[0]?.name, "singer");
  assert.deepEqual(Object.keys(row.columns[0] ?? {}), ["table", "name", "score"]);
  assert.match(JSON.stringify(row.tables[0]?.score), /^\d+(\.\d{1,4})?$/);
});

test("question files of the link command: ids, evidence, and the line that is wrong", () => {
  const parsed = parseLinkQuestions(
    '\ufeff{"id":"a","question":"One?"}\r\n\n{"id":7,"question":"Two?","evidence":"x = 1"}\n{"question":"Three?"}\n',
  );
  assert.deepEqual(parsed.ok ? parsed.value : parsed.error, [
    { id: "a", text: "One?" },
    { id: "7", text: "Two? x = 1" },
    { id: "4", text: "Three?" },
  ]);
  const error = (text: string) => {
    const result = parseLinkQuestions(text);
    return result.ok ? "" : `${result.error.code} ${result.error.message}`;
  };
  assert.match(error('{"question":"One?"}\n{"text":"Two?"}'), /^questions\/unreadable Line 2/);
  assert.match(error("[1]"), /^questions\/unreadable Line 1/);
  assert.match(error("null"), /^questions\/unreadable Line 1/);
  assert.match(error('{"question":'), /^questions\/unreadable Line 1/);
  assert.match(error("\n"), /^questions\/empty/);
});
