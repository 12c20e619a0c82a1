import { type Noun, plural } from "../../words.ts";

/** What a place of everyday life offers to tell of: words only, no numbers but price ranges. */
export interface Scene {
  readonly id: string;
  /** With preposition and `the`: `at the bakery`. */
  readonly where: string;
  /** Acts for the place, such as `bakery`; takes `the`. */
  readonly owner: string;
  /** What a person of the scene is, such as `baker`. */
  readonly role?: string;
  /** Those who bring things. */
  readonly crew: Noun;
  /** Those who take things. */
  readonly guest: Noun;
  readonly items: readonly Noun[];
  /** What holds several things. */
  readonly boxes: readonly Noun[];
  /** What the owner does to have more, or fewer. Base forms; none where things come and go by themselves. */
  readonly get: readonly string[];
  readonly lose: readonly string[];
  /** What happens to the things: `be baked`, `arrive`. Base forms. */
  readonly comes: readonly string[];
  readonly goes: readonly string[];
  /** What a guest does with the things. */
  readonly take: readonly string[];
  /** What one of the crew does. */
  readonly bring: readonly string[];
  /** Dollars for one, where things have a price. */
  readonly price?: readonly [number, number];
  /** The things are people, who have no price or weight and are not packed. */
  readonly areLiving: boolean;
}

interface Words {
  readonly role?: string;
  readonly crew?: string;
  readonly guest?: string;
  readonly items: string;
  readonly boxes: string;
  readonly get?: string;
  readonly lose?: string;
  readonly comes: string;
  readonly goes: string;
  readonly take?: string;
  readonly bring?: string;
  readonly price?: readonly [number, number];
  readonly areLiving?: boolean;
}

const list = (text: string): readonly string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** A noun whose plural is given after a slash where the usual rule is wrong. */
const noun = (text: string): Noun => {
  const [one = "", many] = text.split("/");
  return { one, many: many ?? plural(one) };
};

export const scene = (id: string, where: string, owner: string, words: Words): Scene => ({
  id,
  where,
  owner,
  ...(words.role === undefined ? {} : { role: words.role }),
  crew: noun(words.crew ?? "helper"),
  guest: noun(words.guest ?? "visitor"),
  items: list(words.items).map(noun),
  boxes: list(words.boxes).map(noun),
  get: list(words.get ?? ""),
  lose: list(words.lose ?? ""),
  comes: list(words.comes),
  goes: list(words.goes),
  take: list(words.take ?? ""),
  bring: list(words.bring ?? "bring"),
  ...(words.price === undefined ? {} : { price: words.price }),
  areLiving: words.areLiving ?? false,
});
