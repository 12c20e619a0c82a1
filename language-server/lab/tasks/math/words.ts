/** Names and nouns of the word problems; both splits share them, as they share the language. Training has more: `trainWords.ts`. */

const women =
  "Mia Anna Lena Nora Zoe Ruth Clara Ivy Amina Priya Sofia Elena Hana Leila Grace Alice Emma Olga Maya Tara Nina Rosa Julia Carla Dana Eva Fiona Greta Helen Irene Jana Kim Laura Maria Naomi Paula Rita Sara Tina Vera Wendy Yuki Zara Chloe Bella Diana Lucy Molly Stella Wanda".split(
    " ",
  );
const men =
  "Tom Ben Omar Luis Ivan Hugo Noah Adam Carl Dan Eric Felix George Hassan Ian Jack Karim Leo Mark Nick Oscar Paul Quinn Ravi Sam Theo Umar Victor Will Yusuf Zack Abel Boris Chen David Emil Frank Gus Henry Igor Jonas Kofi Liam Marco Nate Otto Pedro Rob Simon Tim".split(
    " ",
  );

export interface Person {
  readonly name: string;
  readonly he: string;
  readonly him: string;
  readonly his: string;
}

/** People with the pronouns of women and of men. */
export const peopleOf = (women: readonly string[], men: readonly string[]): readonly Person[] => [
  ...women.map((name) => ({ name, he: "she", him: "her", his: "her" })),
  ...men.map((name) => ({ name, he: "he", him: "him", his: "his" })),
];

export const people: readonly Person[] = peopleOf(women, men);

export interface Noun {
  readonly one: string;
  readonly many: string;
}

const irregular: Readonly<Record<string, string>> = {
  dice: "dice",
  goldfish: "goldfish",
  dress: "dresses",
  glass: "glasses",
  child: "children",
  goose: "geese",
  knife: "knives",
  loaf: "loaves",
  man: "men",
  mouse: "mice",
  person: "people",
  scarf: "scarves",
  sheep: "sheep",
  shelf: "shelves",
  woman: "women",
  fish: "fish",
  tomato: "tomatoes",
  potato: "potatoes",
};

/** Plural of an English noun; of the last word when there are several. */
export function plural(one: string): string {
  const [head, last] = [one.slice(0, one.lastIndexOf(" ") + 1), one.slice(one.lastIndexOf(" ") + 1)];
  const known = irregular[last];
  if (known !== undefined) return head + known;
  if (/[^aeiou]y$/.test(last)) return `${head}${last.slice(0, -1)}ies`;
  return `${head}${last}${/(s|x|ch|sh)$/.test(last) ? "es" : "s"}`;
}

/** Nouns with their plurals from a list with commas. */
export const nouns = (list: string): readonly Noun[] =>
  list.split(",").map((one) => ({ one: one.trim(), many: plural(one.trim()) }));

const fruit = nouns(
  "apple,berry,pear,peach,plum,orange,lemon,mango,banana,cherry,melon,fig,strawberry,kiwi,lime,grape,apricot,coconut,pineapple,raspberry,blueberry,nectarine,grapefruit",
);
const vegetable = nouns(
  "carrot,potato,tomato,onion,pepper,cucumber,beet,radish,pumpkin,cabbage,bean,pea,turnip,leek,mushroom,radish,zucchini,corn cob",
);
const food = nouns(
  "cookie,jam sandwich,lunch box,muffin,bagel,sandwich,cupcake,pancake,pretzel,donut,pie,roll,waffle,biscuit,candy,loaf,tart,dumpling,brownie,burger,hot dog,pizza,taco,ice cream,chocolate bar,cracker,egg,cheese stick,lollipop,gumball,jelly bean,bun,soup can",
);
const toy = nouns(
  "marble,paper plane,sticker,toy car,card,ball,kite,doll,puzzle,balloon,bead,coin,stamp,button,block,shell,badge,robot,magnet,puppet,drum,whistle,yo-yo,game,train set,boat,plane,ring,necklace,bracelet,ribbon,feather,pebble,rock,token,dice,figure,comic",
);
const school = nouns(
  "pencil,pen,notebook,eraser,crayon,marker,ruler,folder,book,paintbrush,envelope,poster,map,magazine,chair,desk,stapler,scissor set,globe,calculator,postcard,letter,picture,drawing,sheet,card,flyer,ticket,flag",
);
const goods = nouns(
  "lamp,wall clock,paper lamp,oak table,guide book,wax candle,room fan,chair,mug,plate,bowl,candle,shirt,hat,scarf,towel,pillow,vase,basket,blanket,brush,bottle,clock,mirror,glove,sock,phone,battery,tent,parcel,tyre,jacket,dress,skirt,sweater,belt,watch,bag,backpack,umbrella,bicycle,ball,tool,hammer,nail,screw,brick,tile,board,pot,pan,spoon,fork,cup,glass,rug,curtain,sofa,table,fan,radio,camera,laptop,keyboard,ladder,broom,candle holder,soap,toothbrush,comb,shoe,boot,cap,coat,tie",
);
const animal = nouns(
  "hen,duck,goat,cow,sheep,rabbit,pony,goose,pig,horse,turkey,lamb,cow,bull,donkey,llama,chicken,camel",
);
const pet = nouns(
  "fish,cat,dog,bird,turtle,hamster,parrot,lizard,mouse,frog,snake,puppy,kitten,guppy,goldfish,spider,snail,crab",
);
const plant = nouns(
  "tulip,rose,daisy,lily,tree,bush,seed,sunflower,fern,shrub,seedling,violet,cactus plant,orchid,herb,vine,flower,oak,palm,grass patch,bulb",
);
const container = nouns(
  "box,bag,basket,crate,jar,tray,packet,tin,case,bucket,carton,drawer,shelf,bowl,can,pot,chest,cupboard,bin,pouch,carton,barrel,sack",
);
const worker = nouns(
  "worker,painter,baker,gardener,farmer,tailor,carpenter,student,volunteer,cook,driver,helper,driver,nurse,teacher,clerk,mechanic,plumber,waiter,guard,pilot,sailor",
);

export const nounKinds = {
  fruit,
  vegetable,
  food,
  toy,
  school,
  goods,
  animal,
  pet,
  plant,
  container,
  worker,
  small: [...fruit, ...food, ...toy, ...school],
  produce: [...fruit, ...vegetable],
  sold: [...fruit, ...food, ...toy, ...school, ...goods],
} as const;

export type NounKind = keyof typeof nounKinds;

export const smallNumberWords: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
