import { nouns } from "../../words.ts";

/** Wares, crops, baked goods and trades of the stories about work and trade. */
export const wares = nouns(
  "teapot,lantern,wicker basket,garden gnome,picture frame,cushion,wooden spoon,flower pot,alarm clock,doormat,rain jacket,pocket knife,thermos,phone case,desk lamp,fishing rod,bird house,straw hat,wallet,woolen scarf,suitcase,tin whistle,chess set,bath towel,kettle,coat hanger,tablecloth,bracelet,leather belt,jigsaw puzzle,yoga mat,hammock",
);
export const crops = nouns(
  "cabbage,pumpkin,melon,turnip,leek,cauliflower,lettuce,cucumber,eggplant,onion,squash,beet,artichoke,parsnip,sweet potato,carrot,quince,pear,peach,plum,apple",
);
export const bakes = nouns(
  "croissant,bagel,cinnamon roll,scone,baguette,doughnut,poppy seed bun,raisin loaf,flatbread,brioche,meat pie,eclair,rye loaf,pretzel,cheese twist,muffin,fruit tart,meringue",
);
export const parts = nouns(
  "gear,valve,hinge,spring,door handle,bolt,light switch,bearing,zipper,circuit board,bicycle bell,plastic lid,battery pack,toy wheel,glass bottle,roof tile,pipe,cable,bracket,fan blade",
);
export const makers = nouns(
  "potter,tailor,cobbler,carpenter,weaver,blacksmith,basket maker,bookbinder,glass blower,saddler,candle maker,toy maker,jeweler,upholsterer",
);
export const shops: readonly string[] = [
  "corner shop",
  "hardware store",
  "gift shop",
  "flea market",
  "department store",
  "thrift shop",
  "village store",
  "museum shop",
  "sports shop",
  "garden center",
  "kiosk",
  "outlet",
];
export const funds: readonly string[] = [
  "new curtains for the stage",
  "the animal shelter",
  "a class trip",
  "the hospital",
  "new jerseys",
  "the roof of the church",
  "a playground",
  "the fire brigade",
  "music stands",
  "a rescue boat",
  "the library",
];
