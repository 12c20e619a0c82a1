import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exact } from "../../../language-server/lab/tasks/math/exact.ts";
import { resultsOf } from "../../../language-server/lab/tasks/math/plan.ts";
import { drawProblem } from "../../../language-server/lab/tasks/math/problem.ts";
import { Story, type Template, Unsuitable } from "../../../language-server/lab/tasks/math/story.ts";
import { templatesOf } from "../../../language-server/lab/tasks/math/templates/index.ts";
import { sceneTemplates } from "../../../language-server/lab/tasks/math/templates/scenes/compose.ts";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";

const random = (stream: string, index: number) => new TaskRandom({ seed: 23, stream, index });
const limitsOf = ({ cents }: Template) => ({ maximum: exact(20_000), decimals: cents === true });

function build(template: Template, steps: number, index: number): Story | null {
  const stream = `${template.id}/${steps}`;
  const story = new Story(random(stream, index), "train", template.cents === true, limitsOf(template));
  try {
    template.build(story, steps);
    return story;
  } catch (error) {
    if (error instanceof Unsuitable) return null;
    throw error;
  }
}

describe("training scenarios", () => {
  test("every one comes out at every number of steps it names, and is solvable", () => {
    for (const template of new Set(templatesOf("train"))) {
      for (const steps of template.steps) {
        let made = 0;
        for (let draw = 0; draw < 400 && made < 2; draw++) {
          const story = build(template, steps, draw);
          if (story === null) continue;
          const plan = story.plan();
          if (plan.steps.length !== steps) continue;
          assert.ok(resultsOf({ plan, slips: new Map() }, limitsOf(template)), story.text());
          made++;
        }
        assert.equal(made, 2, `${template.id} with ${steps} steps`);
      }
    }
  });

  test("scenes with drawn structure never miss the number of steps, and hardly repeat a structure", () => {
    const structures = new Set<string>();
    let count = 0;
    for (const template of sceneTemplates) {
      for (const steps of template.steps) {
        for (let draw = 0; draw < 8; draw++) {
          const plan = build(template, steps, draw)?.plan();
          if (plan === undefined) continue;
          count++;
          assert.equal(plan.steps.length, steps, template.id);
          structures.add(JSON.stringify(plan.steps.map((step) => step.expression)));
        }
      }
    }
    assert.ok(structures.size > 500, `${structures.size} structures in ${count} problems`);
  });

  test("they make a quarter of the training questions from two steps on", () => {
    const scenes = new Set(sceneTemplates.map(({ id }) => id));
    assert.ok(scenes.size >= 60, String(scenes.size));
    for (const steps of [2, 3, 4, 5, 6]) {
      const drawn = Array.from({ length: 400 }, (_, i) =>
        drawProblem("train", random(`share/${steps}`, i), { steps: { [steps]: 1 } }),
      );
      const share = drawn.filter(({ template }) => scenes.has(template)).length / drawn.length;
      assert.ok(share > 0.18 && share < 0.36, `${steps} steps: ${share}`);
    }
  });
});
