import type { Aside, Story } from "../story.ts";

/** A true sentence with a number that has nothing to do with the question. */
export function drawAside(story: Story): Aside {
  const name = story.hero;
  const things = story.thing("goods").many;
  const harmless: (() => string)[] = [
    () =>
      `The ${story.pick("school", "house", "street", "town")} is ${story.distractor("age in years", 4, 60)} years old.`,
    () => `It is ${story.distractor("km to the next town", 2, 50)} km to the next town.`,
    () => `The walk home takes ${story.distractor("minutes of the walk", 3, 45)} minutes.`,
  ];
  if (name !== undefined) {
    harmless.push(
      () => `${name} is ${story.distractor(`age of ${name}`, 9, 60)} years old.`,
      () => `${name} lives at number ${story.distractor("house number", 2, 60)}.`,
      () => `${name} got up ${story.distractor("minutes late", 5, 50)} minutes late that day.`,
    );
  }
  // Other countable things right before the question would leave open what it asks about.
  const confusing: (() => string)[] = [
    () => `There are ${story.distractor(`${things} in the room`, 3, 40)} ${things} in the room.`,
  ];
  if (name !== undefined) {
    confusing.push(
      () => `${name} has ${story.distractor("cousins", 2, 12)} cousins.`,
      () => `${name} owns ${story.distractor(things, 2, 40)} ${things}.`,
    );
  }
  const place = story.random.chance(0.5) ? "first" : "last";
  const sentence = story.random.pick(place === "first" ? [...harmless, ...confusing] : harmless)();
  return { sentence, place };
}
