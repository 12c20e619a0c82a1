import type { Story } from "../../story.ts";

/** What holds something: one, many, preposition, what it holds. */
export const pairs = `
box,boxes,in,pencils/chalk sticks/candles; row,rows,in,chairs/bean plants/soldiers/desks; shelf,shelves,on,books/jars/trophies
team,teams,in,players/runners/divers; page,pages,on,photos/stamps/stickers/lines; bus,buses,on,passengers/students/fans
table,tables,at,guests/cups/children; branch,branches,on,pears/birds/lanterns; tray,trays,on,cookies/glasses/seedlings
floor,floors,on,rooms/windows/offices; wagon,wagons,in,barrels/sheep/tourists; drawer,drawers,in,spoons/letters/socks
nest,nests,in,eggs/chicks; string,strings,on,pearls/bulbs/flags; vase,vases,in,roses/tulips/twigs; tent,tents,in,campers/beds/sleeping bags
aquarium,aquariums,in,fish/snails/stones; wall,walls,on,pictures/hooks/posters; class,classes,in,children/readers; hive,hives,in,frames/combs
cart,carts,on,pumpkins/sacks/bricks; street,streets,on,houses/lamps/trees; bouquet,bouquets,in,lilies/daisies; basket,baskets,in,plums/towels/buns
boat,boats,in,rowers/nets/fishermen; chest,chests,in,coins/rubies/maps; song,songs,in,verses/notes; field,fields,on,scarecrows/cows/haystacks
book,books,in,chapters/pages/poems; package,packages,in,batteries/napkins/seeds; ladder,ladders,on,rungs/painters; coat,coats,on,buttons/pockets
crate,crates,in,bottles/melons/oranges; plate,plates,on,pancakes/olives/dumplings; cabin,cabins,in,beds/lamps/hikers; album,albums,in,songs/pictures
bench,benches,on,pupils/pigeons/visitors; bracelet,bracelets,on,beads/charms; envelope,envelopes,in,tickets/cards; bridge,bridges,on,cars/arches/lamps
stall,stalls,at,cheeses/scarves/customers; bag,bags,in,marbles/apples/screws; jar,jars,in,pickles/buttons/beans; stage,stages,on,dancers/singers/spotlights`
  .trim()
  .split(/[;\n]/)
  .map((line) => {
    const [one = "", many = "", where = "", things = ""] = line.trim().split(",");
    return { one, many, where, things: things.split("/") };
  });

export const pair = (s: Story): { g: string; gs: string; at: string; t: string } => {
  const drawn = s.pick(...pairs);
  return { g: drawn.one, gs: drawn.many, at: drawn.where, t: s.pick(...drawn.things) };
};

export type Pair = ReturnType<typeof pair>;

/** `6 boxes with 8 pencils each`, in many forms; no full stop. */
export const groups = ({ g, gs, at, t }: Pair, n: unknown, k: unknown): string =>
  `[there are ${n} ${gs} with ${k} ${t} each|${at} each of ${n} ${gs} there are ${k} ${t}|${k} ${t} are ${at} every ${g}, and there are ${n} ${gs}|each ${g} has ${k} ${t}. There are ${n} ${gs}|someone counts ${n} ${gs} and ${k} ${t} per ${g}|we see ${n} ${gs}, every one of which has ${k} ${t}|${n} ${gs} have been counted; ${at} any one of them there are ${k} ${t}]`;

export const askAll = ({ gs, at, t }: Pair): string =>
  `[How many ${t} are there in all|How many ${t} are ${at} the ${gs} altogether|What is the total number of ${t}|How many ${t} would one count|Altogether, how many ${t} is that]?`;
