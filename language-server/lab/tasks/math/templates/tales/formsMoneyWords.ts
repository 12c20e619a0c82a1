import type { Quantity, Story } from "../../story.ts";

/** Where one pays for what: place, what is bought (one/many). */
export const places = `a bakery;roll/rolls,pie/pies,bun/buns,cake/cakes
a toy store;kite/kites,puzzle/puzzles,doll/dolls,robot/robots
a garden center;rose bush/rose bushes,shovel/shovels,flower pot/flower pots,bag of soil/bags of soil
a zoo;ticket/tickets,pony ride/pony rides,bag of feed/bags of feed
a stationer's;notebook/notebooks,brush/brushes,fountain pen/fountain pens,folder/folders
a fair;ride/rides,cotton candy/cotton candies,throw/throws,mask/masks
a hardware store;board/boards,can of paint/cans of paint,hinge/hinges,lock/locks
a café;tea/teas,sandwich/sandwiches,slice of cake/slices of cake,juice/juices
a sports shop;ball/balls,helmet/helmets,racket/rackets,cap/caps
a bookshop;comic/comics,novel/novels,map/maps,calendar/calendars
a market;melon/melons,cheese/cheeses,basket/baskets,jar of honey/jars of honey
a music store;drumstick/drumsticks,song book/song books,flute/flutes,string/strings
a pet shop;goldfish/goldfish,collar/collars,cage/cages,bag of seed/bags of seed
a museum;guide/guides,poster/posters,ticket/tickets,postcard set/postcard sets
a station;ticket/tickets,magazine/magazines,seat/seats,sandwich/sandwiches
a fabric shop;yard of silk/yards of silk,zipper/zippers,ribbon/ribbons,button set/button sets`
  .split("\n")
  .map((line) => {
    const [place = "", things = ""] = line.split(";");
    return { place, things: things.split(",").map((thing) => thing.split("/") as [string, string]) };
  });

export const shop = (s: Story) => {
  const { place, things } = s.pick(...places);
  const [[one, many] = ["", ""], [otherOne, otherMany] = ["", ""]] = s.random.pickSome(things, 2);
  return { place, one, many, otherOne, otherMany };
};

export const price = (one: string, many: string, p: Quantity): string =>
  `[one ${one} costs $${p}|the price of a ${one} is $${p}|for every ${one} one pays $${p}|${many} are $${p} each|$${p} is the price of one ${one}|${many} are sold at $${p} apiece]`;

export const bought = (who: string, n: Quantity, many: string, place: string): string =>
  `[${who} takes ${n} ${many}|${n} ${many} are bought by ${who}|at ${place} ${who} buys ${n} ${many}|${who} goes to ${place} for ${n} ${many}|${who} needs ${n} ${many} from ${place}]`;
