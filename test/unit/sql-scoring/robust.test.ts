import assert from "node:assert/strict";
import { test } from "node:test";
import type { Database } from "@sqlite.org/sqlite-wasm";
import { ok } from "../../../language-server/contract/result.ts";
import {
  prepareStatements,
  spiderRules,
} from "../../../language-server/core/sql/scoring/execution/statementText.ts";
import { literalsOf } from "../../../language-server/core/sql/scoring/robust/literals.ts";
import { orderingsOf } from "../../../language-server/core/sql/scoring/robust/ordering.ts";
import { robustAccuracy } from "../../../language-server/core/sql/scoring/robust/robustAccuracy.ts";
import {
  databaseVariants,
  statementVariants,
  type VariantKind,
  type VariantPlan,
} from "../../../language-server/core/sql/scoring/robust/variantPlan.ts";
import { build, execute, openFixture, rowsOf, schemaOf } from "./sqliteFixture.ts";

const sources = new Map(
  ["concert_singer", "pets_1", "flight_2", "museum_visit"].map((id) => {
    const db = openFixture(id);
    const schema = schemaOf(db, id);
    return [id, { db, schema, rows: rowsOf(db, schema) }];
  }),
);
const built = new Map<string, Database>();
const engine = {
  execute,
  build: async (key: string, statements: () => readonly string[]) => {
    const db = built.get(key) ?? build(statements());
    built.set(key, db);
    return ok(db);
  },
};

function compare(id: string, gold: string, predicted: string, seed = 1, without: VariantKind[] = []) {
  const { schema, rows } = sources.get(id)!;
  const pair = prepareStatements(predicted, gold, spiderRules);
  const variants = [
    ...databaseVariants(schema, rows, { seed, without }),
    ...statementVariants(schema, rows, [pair.gold, pair.predicted], { seed, without }),
  ];
  return robustAccuracy(pair, variants, engine);
}

test("equivalent statements are never told apart", async () => {
  let learned = 0;
  const pairs: [string, string, string][] = [
    ["concert_singer", "select count(*) from singer", "select count(singer_id) from singer as s"],
    [
      "concert_singer",
      "select name from singer where age > 40",
      "select T.name from singer as T where 40 < T.age",
    ],
    ["concert_singer", "select name from singer where age > 40", "select name from singer where age >= 41"],
    [
      "concert_singer",
      "select name from stadium where stadium_id not in (select stadium_id from concert)",
      "select name from stadium as s where not exists (select 1 from concert as c where c.stadium_id = s.stadium_id)",
    ],
    [
      "concert_singer",
      "select name from stadium where stadium_id not in (select stadium_id from concert)",
      "select s.name from stadium as s left join concert as c on c.stadium_id = s.stadium_id where c.concert_id is null",
    ],
    // Reals are added up in another order.
    [
      "pets_1",
      "select avg(weight), pettype from pets group by pettype",
      "select pettype, sum(weight) / count(weight) from (select * from pets order by weight limit -1) group by pettype",
    ],
    // Ties: which of several rows comes first, or is kept, is the engine's choice.
    [
      "concert_singer",
      "select name from singer order by age",
      "select name from (select * from singer order by random() limit -1) order by age",
    ],
    [
      "concert_singer",
      "select name from singer order by is_male limit 1",
      "select name from (select * from singer order by random() limit -1) order by is_male limit 1",
    ],
    [
      "flight_2",
      "select T1.city from airports as T1 join flights as T2 on T1.airportcode = T2.sourceairport group by T1.airportcode order by count(*) desc limit 3",
      "select city from (select city, (select count(*) from flights where sourceairport = a.airportcode) as n from airports as a) where n > 0 order by n desc limit 3",
    ],
    [
      "concert_singer",
      "select count(*) from concert where stadium_id = (select stadium_id from stadium order by capacity desc limit 1)",
      "select count(*) from concert where stadium_id = (select stadium_id from (select * from stadium order by random() limit -1) order by capacity desc limit 1)",
    ],
    // A column outside GROUP BY: any row of the group.
    [
      "pets_1",
      "select fname, sex from student group by sex",
      "select fname, sex from (select * from student order by random() limit -1) group by sex",
    ],
    [
      "museum_visit",
      "select name from visitor where id in (select visitor_id from visit where total_spent > 10) and age > 30",
      "select distinct v.name from visit as t join visitor as v on v.id = t.visitor_id where v.age > 30 and t.total_spent > 10 group by v.id",
    ],
    [
      "pets_1",
      "select max(age) from student where age is not null",
      "select age from student where age is not null order by age desc limit 1",
    ],
  ];
  for (const [id, gold, predicted] of pairs)
    for (const seed of [1, 2]) {
      const verdict = await compare(id, gold, predicted, seed);
      assert.notEqual(verdict.kind, "different", `${predicted} (seed ${seed}): ${JSON.stringify(verdict)}`);
      if (verdict.kind === "equal") learned += verdict.compared;
    }
  assert.ok(learned > 150, "most variants were compared, not passed over");
});

test("statements that agree on the database by chance are told apart", async () => {
  const pairs: [string, string, string][] = [
    // Airport codes in flights begin with a blank: both are empty on the real data.
    [
      "flight_2",
      'select count(*) from flights where sourceairport = "APG"',
      'select count(*) from flights where destairport = "APG"',
    ],
    [
      "pets_1",
      "select lname from student where age > 20 and sex = 'F'",
      "select lname from student where age > 20",
    ],
    ["concert_singer", "select count(name) from singer", "select count(*) from singer"],
    ["concert_singer", "select name from singer where age > 30", "select name from singer where age >= 30"],
    [
      "concert_singer",
      "select name from singer where age between 20 and 40",
      "select name from singer where age > 20 and age <= 40",
    ],
    [
      "concert_singer",
      "select name from singer where country = 'France'",
      "select name from singer where country like '%France%'",
    ],
    [
      "concert_singer",
      "select name from singer order by age",
      "select name from singer order by song_release_year",
    ],
    ["concert_singer", "select name from singer order by age", "select name from singer"],
    [
      "concert_singer",
      "select name from singer order by age desc limit 1",
      "select name from singer order by age limit 1",
    ],
    [
      "concert_singer",
      "select name from singer where age = (select max(age) from singer)",
      "select name from singer order by age desc limit 1",
    ],
    [
      "concert_singer",
      "select s.name, count(*) from stadium as s join concert as c on c.stadium_id = s.stadium_id group by s.stadium_id",
      "select s.name, count(c.concert_id) from stadium as s left join concert as c on c.stadium_id = s.stadium_id group by s.stadium_id",
    ],
    [
      "concert_singer",
      "select T2.name from singer_in_concert as T1 join singer as T2 on T1.singer_id = T2.singer_id group by T2.singer_id having count(*) > 2",
      "select T2.name from singer_in_concert as T1 join singer as T2 on T1.singer_id = T2.singer_id group by T2.singer_id having count(*) >= 2",
    ],
    [
      "pets_1",
      "select weight from pets order by pet_age limit 1",
      "select weight from pets where pettype = 'dog' order by pet_age limit 1",
    ],
  ];
  for (const [id, gold, predicted] of pairs) {
    const verdict = await compare(id, gold, predicted);
    assert.equal(verdict.kind, "different", `${gold} / ${predicted}`);
    if (verdict.kind !== "different") continue;
    assert.ok(verdict.difference?.gold ?? verdict.difference?.predicted, "there is a row to show");
  }
});

test("what told them apart is named, and kinds can be left out", async () => {
  const gold = "select count(major) from student";
  const predicted = "select count(*) from student";
  const verdict = await compare("pets_1", gold, predicted);
  assert.equal(verdict.kind === "different" && verdict.variant, "nulls");
  assert.equal((await compare("pets_1", gold, predicted, 1, ["nulls"])).kind, "equal");
});

test("a prediction that fails on the data is different; gold that fails says nothing", async () => {
  const failing = await compare("pets_1", "select fname from student", "select nope from student");
  assert.match(failing.kind === "different" ? (failing.message ?? "") : "", /no such column/);
  assert.equal((await compare("pets_1", "select nope from student", "select 1")).kind, "notCompared");
});

test("variants depend on the seed only, and keep keys and references", () => {
  const { schema, rows } = sources.get("concert_singer")!;
  const texts = (plans: VariantPlan[]) =>
    plans.map((plan) => [plan.statements(), ...plan.twins.map((twin) => twin())]);
  const plans = (seed: number) => databaseVariants(schema, rows, { seed });
  assert.deepEqual(texts(plans(7)), texts(plans(7)));
  assert.notDeepEqual(texts(plans(7)), texts(plans(8)));
  assert.equal(new Set([...plans(7), ...plans(8)].map((plan) => plan.id)).size, 16);
  for (const seed of [1, 2, 3])
    for (const plan of plans(seed))
      for (const statements of [plan.statements, ...plan.twins]) {
        const db = build(statements());
        for (const violation of [
          "select singer_id from singer group by 1 having count(*) > 1 or singer_id is null",
          "select stadium_id from concert where stadium_id not in (select stadium_id from stadium)",
          "select singer_id, concert_id from singer_in_concert group by 1, 2 having count(*) > 1",
          "select singer_id from singer_in_concert where singer_id not in (select singer_id from singer)",
        ])
          assert.deepEqual(db.selectArrays(violation), [], `${plan.kind}: ${violation}`);
        db.close();
      }
});

test("values are written so that the database reads them back", () => {
  const { schema } = sources.get("pets_1")!;
  const table = { ...schema.tables[0]!, name: 'odd "name', primaryKey: [], foreignKeys: [] };
  const columns = ["a", "b", "c", "d", "e"].map((name) => ({
    name,
    type: "",
    nullable: false,
    primaryKey: false,
  }));
  const row = ["it's", 2n ** 60n, 1.5e300, new Uint8Array([0, 255]), null];
  const [plan] = databaseVariants(
    { ...schema, tables: [{ ...table, columns }] },
    new Map([[table.name, [row]]]),
    { seed: 1, without: ["duplicates", "shuffledColumns", "shiftedNumbers", "boundaryValues"] },
  );
  const db = build(plan!.statements());
  assert.deepEqual(db.selectArray('select a, b, c, hex(d), e from "odd ""name"'), [
    "it's",
    2n ** 60n,
    1.5e300,
    "00FF",
    null,
  ]);
});

test("literals are found with the columns they are compared with", () => {
  const { schema } = sources.get("concert_singer")!;
  const { targets, counts, tables } = literalsOf(
    [
      `select T1.name from singer as T1 where T1.age between 20 and 30 and T1.country in ("France", 'Spain')`,
      "select theme from concert group by theme having count(*) > 2 and 2014 < year",
    ],
    schema,
  );
  assert.deepEqual(
    targets.map(({ table, column, value }) => `${table}.${column} ${value}`),
    ["singer.age 20", "singer.age 30", "singer.country France", "singer.country Spain", "concert.year 2014"],
  );
  assert.deepEqual(counts, [2]);
  assert.deepEqual([...tables], ["singer", "concert"]);
});

test("sort keys are read from the words of a statement", () => {
  const read = (sql: string) => orderingsOf(sql, "sqlite");
  assert.deepEqual(read("select a from t order by b desc, lower(c) limit 3 offset 1;"), {
    outer: {
      probe: "select a , b , lower(c) from t order by b desc, lower(c)",
      limit: { count: 3, offset: 1 },
      keys: [
        { kind: "added", fromEnd: 2 },
        { kind: "added", fromEnd: 1 },
      ],
    },
    nested: [],
    unread: false,
  });
  const named = read("select count(*) as n, a from t group by a order by n, 2");
  assert.deepEqual(named.outer?.keys, [
    { kind: "name", name: "n" },
    { kind: "position", index: 1 },
  ]);
  const nested = read("select a from t where b = (select b from u order by c limit 1)");
  assert.equal(nested.outer, null);
  assert.equal(nested.nested[0]?.probe, "select b , c from u order by c");
  assert.equal(read("select a from t limit 1").unread, true);
  assert.equal(read("select 'order by x' from t").outer, null);
});
