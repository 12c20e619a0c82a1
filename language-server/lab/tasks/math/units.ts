import type { TaskRandom } from "../random.ts";

/** One unit as the scenarios write it, and what it may be called instead: one, several. */
interface Unit {
  /** The word for several, and the word for one where that differs. */
  readonly many: string;
  readonly one: string;
  readonly others: readonly (readonly [one: string, many: string])[];
}

/** Units of one dimension stand together: a text with two of them may convert, so it keeps them. */
const dimensions: readonly (readonly Unit[])[] = [
  [
    {
      one: "km",
      many: "km",
      others: [
        ["mile", "miles"],
        ["kilometer", "kilometers"],
        ["mile", "miles"],
      ],
    },
    {
      one: "metre",
      many: "metres",
      others: [
        ["meter", "meters"],
        ["yard", "yards"],
        ["foot", "feet"],
      ],
    },
    {
      one: "cm",
      many: "cm",
      others: [
        ["inch", "inches"],
        ["centimeter", "centimeters"],
      ],
    },
  ],
  [
    {
      one: "kg",
      many: "kg",
      others: [
        ["pound", "pounds"],
        ["kilogram", "kilograms"],
      ],
    },
    { one: "gram", many: "grams", others: [["ounce", "ounces"]] },
  ],
  [
    {
      one: "litre",
      many: "litres",
      others: [
        ["liter", "liters"],
        ["gallon", "gallons"],
      ],
    },
  ],
];

/** Units no scenario writes out as words of the table; with them a text may convert as well. */
const foreign = /\b(?:ml|mm|miles?|feet|foot|inch(?:es)?|yards?|pounds?|gallons?|tons?|km\/h)\b/;

const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b(n)eighbour/gi, "$1eighbor"],
  [/\b(c)olour/gi, "$1olor"],
  [/\b(f)avourite/gi, "$1avorite"],
  [/\bpractise/g, "practice"],
  [/\btyre/g, "tire"],
  [/\bgrey\b/g, "gray"],
];

/**
 * Draws what one problem calls its units and how it spells, for its question and the labels of its solution alike. The
 * numbers stay as they are.
 */
export function drawUnits(text: string, random: TaskRandom): (text: string) => string {
  const swaps: (readonly [RegExp, string])[] = random.chance(0.5) ? [...spellings] : [];
  if (!foreign.test(text)) {
    for (const units of dimensions) {
      const used = units.filter(({ one, many }) => new RegExp(`\\b(?:${one}|${many})\\b`).test(text));
      const unit = used[0];
      if (unit === undefined || used.length > 1 || !random.chance(0.6)) continue;
      // People of 150 cm would be giants in inches.
      if (unit.one === "cm" && /\btall\b/.test(text)) continue;
      const [one, many] = random.pick(unit.others);
      // `km` is one and several; after these words it is one.
      swaps.push([new RegExp(`\\b([Aa]|[Oo]ne|[Ee]ach|[Ee]very|[Pp]er) ${unit.one}\\b`, "g"), `$1 ${one}`]);
      swaps.push([new RegExp(`\\b${unit.many}\\b`, "g"), many]);
      if (unit.one !== unit.many) swaps.push([new RegExp(`\\b${unit.one}\\b`, "g"), one]);
    }
  }
  return (part) =>
    swaps
      .reduce((said, [from, to]) => said.replace(from, to), part)
      .replace(/\b([Aa]) (?=(?:inch|ounce)\b)/g, "$1n ");
}
