import { type Story, type Template, template } from "../../story.ts";
import { moneyShapes } from "./moneyShapes.ts";
import { otherShapes } from "./otherShapes.ts";
import { planShapes } from "./planShapes.ts";
import { publicScenes } from "./publicLife.ts";
import type { Scene } from "./scene.ts";
import { storyShapes } from "./shapes.ts";
import { Tale } from "./tale.ts";
import { tradeScenes } from "./trade.ts";
import { workScenes } from "./work.ts";

const shapes = [...storyShapes, ...moneyShapes, ...otherShapes, ...planShapes];
const asideShare = 0.1;

/** A number of the scene that no one needs. */
function aside(story: Story, scene: Scene, item: string): void {
  const options = [
    () => `the ${scene.owner} has been there for ${story.distractor("years", 3, 50)} years.`,
    () => `one ${item} is ${story.distractor("width in cm", 5, 60)} cm wide.`,
    () => `the opening time is ${story.distractor("opening time", 6, 10)} o'clock.`,
    () => `the boss is ${story.distractor("age of the boss", 30, 65)} years old.`,
    () => `outside it is ${story.distractor("degrees", 5, 30)} degrees.`,
  ];
  story.say(story.random.pick(options.filter((_, i) => i !== 1 || !scene.areLiving))());
}

/** Scene, structure and wording are drawn apart from each other. */
function compose(story: Story, scene: Scene, steps: number): void {
  const tale = new Tale(story, scene);
  const fitting = shapes.filter(
    (shape) => shape.low <= steps && steps <= shape.high && (shape.fits?.(tale) ?? true),
  );
  if (story.random.chance(asideShare)) aside(story, scene, tale.item.one);
  story.random.weighted(fitting.map((shape) => [shape, shape.weight] as const)).tell(tale, steps);
}

/** Scenes by events by wordings, for training. */
export const sceneTemplates: readonly Template[] = [...tradeScenes, ...workScenes, ...publicScenes].map(
  (scene) => template(`scene-${scene.id}`, [2, 3, 4, 5, 6], (story, steps) => compose(story, scene, steps)),
);
