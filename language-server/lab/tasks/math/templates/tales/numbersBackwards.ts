import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** The end is known and the beginning is asked; comings and goings; numbers thought of. */
export const numbersBackwards: readonly Template[] = [
  structure({
    id: "nu-before",
    steps: [1, 2, 3],
    numbers: "n 20-150; a 8-60; b 5-60; k 2-6",
    work: "x=n+a; y=x-b; z=y/k",
    worlds: `
= {who} now; {who} that left; {who} that came; huts; {who} before leaving; {who} at first; {who} in a hut
@who monks, hikers, soldiers, gold diggers, traders, nomads, skiers
@place camp, fort, valley, village, monastery, mountain inn
- There are {n} {who} in the {place} now. An hour ago {a} {who} left it. | After {a} {who} have left the {place}, {n} are still there. | The {place} has {n} {who} in it, because {a} have gone away.
+ Before that, in the morning, {b} {who} had arrived. | {b} {who} had come in the morning, when all the others were there already.
+ Those of the first night slept in {k} huts, equally many in each. | At first they were divided equally among {k} huts.
? How many {who} were in the {place} before they left? | How many {who} were there an hour ago? | How many {who} had there been before? | What was the number of {who} before that?
? How many {who} were there before the morning? | How many {who} had been in the {place} at first? | How many {who} spent the night before in the {place}? | What was the first number of {who}?
? How many {who} slept in each hut? | How many {who} were in one hut? | How many {who} did each hut have? | What was the number of {who} in a hut?

= {item} now; {item} taken; {item} brought; boxes; {item} before; {item} at first; {item} in a box
@item parcels, letters, spare parts, uniforms, blankets, cans, medals, test tubes
@taker a truck, the night train, a soldier, a nurse, a customer
@bringer a ship, the day shift, a new driver, a second firm, the post office
- In a store there are {n} {item}. {a} have just been taken away by {taker}. | {^taker} has just taken {a} {item} out of a store, and {n} are left. | {n} {item} are in a store since {taker} took away {a}.
+ Before that, {bringer} had brought {b} {item}. | Earlier on the same day the store had got {b} {item} from {bringer}.
+ In the morning they had all been in {k} boxes with the same number in each. | The {item} of the early morning had come in {k} equal boxes.
? How many {item} were there before {taker} came? | How many {item} had been in the store before? | How many {item} were in the store before any were taken? | What was the number of {item} before that?
? How many {item} were in the store in the morning? | How many {item} had there been at first? | How many {item} did the store have at the start of the day? | With how many {item} did the day begin?
? How many {item} had been in each box? | How many {item} were in one box? | How many {item} did a box hold? | What was the number of {item} in a box?

= dollars now; dollars spent; dollars earned; weeks; dollars before spending; dollars at first; dollars a week
# $n 20-150; $a 8-60; $b 5-60
@thing a raincoat, a flute, a chess set, a globe, a fishing rod, a theater ticket, a tennis racket
@job painting a fence, feeding the cats, selling old books, clearing the snow, tuning a piano
- After buying {thing} for {$a}, {P} has {$n}. | {P} spends {$a} on {thing}; now {P.he} has {$n}. | {P} has {$n} now. {P.he} has just paid {$a} for {thing}.
+ A day earlier {P.he} had got {$b} for {job}. | {$b} of the money came from {job}. | For {job} {P.he} had got {$b} the day before.
+ The rest of the money was saved in {k} weeks, the same sum each week. | What {P.he} had before that was saved in {k} equal weeks.
? How much money did {P} have before? | How much money did {P.he} have before paying? | How many dollars were there before? | What sum did {P} have before {P.he} bought it?
? How much money did {P} have before that job? | How much did {P.he} have at first? | How many dollars did {P} have before both? | What sum did {P} begin with?
? How much did {P} save a week? | How many dollars were saved each week? | How much money did {P.he} put aside every week? | What sum did {P} save per week?

= {plant} now; {plant} eaten; new {plant}; beds; {plant} before; {plant} in May; {plant} in a bed
@plant water lilies, mushrooms, daisies, thistles, poppies, clover flowers, strawberry plants
@eater geese, deer, goats, rabbits, slugs
- Now {n} {plant} are in the park, {a} fewer than before the {eater} came. | The {eater} ate {a} of the {plant} in the park, so that {n} are left. | {n} {plant} grow in a park where {eater} have eaten {a}.
+ {b} of the {plant} that were there before had grown since May. | Since May there had been {b} new ones, before the {eater} came.
+ In May the park had {k} beds with equally many {plant}. | The {plant} of May stood in {k} beds, the same number in each.
? How many {plant} were there before the {eater} came? | How many {plant} did the park have before? | How many {plant} had there been in the park? | What was the number of {plant} before that?
? How many {plant} were there in May? | How many {plant} did the park have in May? | How many {plant} had grown there in May? | What was the number of {plant} in May?
? How many {plant} were in each bed in May? | How many {plant} did one bed have? | How many {plant} grew in every bed? | What was the number of {plant} in a bed?`,
    noise: false,
  }),
  structure({
    id: "nu-in-and-out",
    steps: [2, 3, 4, 5],
    numbers: "s 20-200; a 5-60; b 5-60; c 4-50; d 4-50; e 3-40",
    work: "v=s-a; w=v+b; x=w-c; y=x+d; z=y-e",
    worlds: `
= people at first; people out at {p.0}; people in at {p.0}; people out at {p.1}; people in at {p.1}; people out at {p.2}; people who stay; people after {p.0}; people who stay at {p.1}; people after {p.1}; people after {p.2}
@v tram, train, ferry, night bus, subway, steamboat
@p the mill/the market/the harbor, the castle/the zoo/the airport, Elm Street/Oak Street/Ash Street, the school/the museum/the stadium
- A {v} starts with {s} people. At {p.0} {a} people get off and {b} get on. | {s} people are on a {v} when it starts; at {p.0}, {a} of them leave it and {b} others come in.
+ At {p.1} {c} people get off. | {c} people leave it at {p.1}.
+ {d} new people get on there. | The {v} takes {d} new people on at this stop.
+ At {p.2} {e} people get off and nobody gets on. | {e} get off at {p.2}, where no one is waiting.
? How many people are on the {v} after {p.0}? | How many people does the {v} carry then? | How many people are on it when it leaves {p.0}? | How many people go on from there?
? How many people are left on the {v}? | How many people are on the {v} then? | How many people stay on it? | How many people does the {v} still have on it?
? How many people are on the {v} when it leaves {p.1}? | How many people does the {v} carry now? | How many people are on the {v} in the end? | How many people go on from {p.1}?
? How many people go on from {p.2}? | How many people are left on the {v}? | How many people does the {v} carry in the end? | How many people are on the {v} after the three stops?

= {fish} at first; {fish} taken by the {x}; {fish} hatched; {fish} caught; {fish} from the next lake; {fish} sold; {fish} after the {x}; {fish} with the young ones; {fish} after the catch; {fish} with those from the next lake; {fish} in the end
@fish trout, carp, perch, eels, crayfish, pike
@x otter, heron, storm, flood, cold winter
- A lake has {s} {fish}. Because of the {x}, {a} of them disappear, but {b} young ones hatch in spring. | First the {x} costs a lake {a} of its {s} {fish}. Then {b} new ones hatch.
+ In summer {P} catches {c}. | {c} {fish} are caught in summer.
+ Then {d} more come in from the next lake. | A brook brings {d} others.
+ In autumn {e} {fish} are taken out and sold. | At last {e} of them are sold to an inn.
? How many {fish} are in the lake in spring? | How many {fish} does the lake have then? | How many {fish} are there after that? | What is the number of {fish} in spring?
? How many {fish} are left after the summer? | How many {fish} does the lake have then? | How many {fish} are still in the lake? | How many {fish} remain in it?
? How many {fish} does the lake have now? | How many {fish} are in the lake in the end? | How many {fish} are there with the new ones? | What is the number of {fish} after all this?
? How many {fish} does the lake have in the end? | How many {fish} are left in autumn? | How many {fish} stay in the lake? | What is the last number of {fish}?

= points at first; points lost; points won; points for a hint; points for a key; points for the bridge; points then; points after the win; points after the hint; points with the key; points in the end
@bad falls into a pit, meets a ghost, wakes the dragon, loses a duel
@good finds a gem, frees a bird, solves a riddle, wins a race
- In a computer game {P} has {s} points. {P.he} {bad} and loses {a}; then {P.he} {good} and wins {b}. | {P} starts a level of a computer game with {s} points, loses {a} when {P.he} {bad}, and gets {b} when {P.he} {good}.
+ A hint costs {c} points, and {P} takes it. | {P.he} pays {c} points for a hint.
+ For a golden key there are {d} extra points. | A golden key gives {P.him} {d} points.
+ To cross the bridge, {P.he} gives {e} points to the troll. | The troll at the bridge takes {e} points.
? How many points does {P} have then? | What is {P}'s number of points now? | How many points are there after that? | How many points does the screen show?
? How many points does {P} have left? | How many points are there after the hint? | How many points does the screen show then? | What is {P}'s number of points now?
? How many points does {P} have with the key? | How many points does the screen show now? | What is the number of points now? | How many points does {P} have in the end?
? How many points does {P} have on the other side? | How many points are left in the end? | How many points does {P.he} still have? | What is the last number of points?

= dollars at first; dollars paid out; dollars paid in; dollars for the {x}; dollars from the {y}; dollars for the {z}; dollars then; dollars after the payment; dollars after the {x}; dollars with the {y}; dollars in the end
# $s 40-300; $a 5-60; $b 5-60; $c 4-50; $d 4-50; $e 3-40
@x music, prizes, cups and plates, posters
@y raffle, cake stall, car wash, flea market
@z decoration, cleaning, rent, stage
- A club had {$s}. It paid {$a} for stamps and got {$b} from a new member. | The money box of a club held {$s}. {$a} was taken out for stamps, and a new member put in {$b}.
+ The {x} cost {$c}. | {$c} was spent on {x}.
+ The {y} brought {$d}. | From the {y} came {$d}.
+ For the {z} the club paid {$e}. | {$e} went for the {z}.
? How much money did the club have then? | How much was in the box after that? | How many dollars were there? | What sum did the club have?
? How much money did the club have left? | How much was left after that? | How many dollars were still there? | What sum remained?
? How much money did the club have then? | How much was in the box with the new money? | How many dollars were there in the end? | What sum did the club have after all that?
? How much money was left in the end? | How much did the club still have? | How many dollars remained? | What was the last sum?`,
    noise: false,
  }),
  structure({
    id: "nu-undo",
    steps: [2, 3],
    numbers: "k 2-6; e 20-160; d 4-50; m 3-40",
    work: "x=e-d; y=x/k; z=y+m",
    worlds: `
= the factor; the last number; the number added; the second number; before adding; the first number; the sum
- {P} thinks of a number, multiplies it by {k}, adds {d} and gets {e}. | If a secret number is multiplied by {k} and {d} is added, the result is {e}. | {P} says: "Take my number {k} times and add {d}, and you will have {e}." | A machine multiplies every number by {k} and then adds {d}. {P} puts a number in, and {e} comes out.
+ Then {m} is added to that first number. | The friend of {P} takes the same first number and adds {m} to it.
? What was the number at the beginning? | What is this number? | What number was it? | What number did it start with?
? What does that give? | What is the sum? | What number comes out then? | What is the new number?

= times as many; {item} in the end; {item} as a present; {item} found; {item} without the present; {item} at first; {item} then
@item gold coins, silver coins, magic beans, pearls, shells
@who fairy, genie, wizard, mermaid, talking fox
- A {who} made {P}'s {item} {k} times as many as they were and gave {d} on top of that. Then {P} had {e}. | {P} had some {item}. By magic they became {k} times as many, and a {who} added {d}, which made {e}. | In the end {P} had {e} {item}: first a {who} turned the old ones into {k} times as many, then {d} more came.
+ {Q} had {m} {item} more than {P} had at first. | At first {Q}, a friend, had {m} more {item} than {P}.
? How many {item} did {P} have at first? | How many {item} did {P} have before the magic? | How many {item} were there at the start? | With how many {item} did {P} begin?
? How many {item} did {Q} have? | How many {item} did the friend have? | How many {item} were {Q}'s? | What was the number of {item} of {Q}?

= {stuff}; dollars in all; dollars for the {extra}; dollars for {other}; dollars without the {extra}; price of each; price of {other}
# $e 20-160; $d 4-50; $m 3-40
@stuff tickets, books, shirts, plants, meals, helmets
@extra parking, delivery, service, bag, tip
@other the jacket, the umbrella, the lamp, the big one, the camera
- {P} paid {$e} for {k} {stuff} and {$d} of this was for the {extra}. All the {stuff} had the same price. | {k} {stuff} of the same price cost {P} {$e}, with the {extra} of {$d} included. | Together with {$d} for the {extra}, {P} paid {$e} for {k} {stuff}, which all cost the same.
+ For {other} the price is {$m} more than for one of these. | {^other} costs {$m} more than each of the {stuff}.
? What was the price of each? | How much did each of them cost? | How many dollars did one of them cost? | How much did {P} pay for each of the {stuff}?
? How much does {other} cost? | What is the price of {other}? | How many dollars is {other}? | What must one pay for {other}?

= {v.1}; people in all; {p}; people who get in; people in the {v.1}; people in each; people in the last one
@v train/wagons, convoy/buses, fleet/boats, space train/capsules
@p crew, doctors, officers, cooks
- A {v.0} carries {e} people. {d} of them are {p} in the first part of it, the others sit in {k} {v.1}, equally many in each. | In the {k} {v.1} of a {v.0} there are equally many people. With {d} {p}, who sit in front, it carries {e}.
+ Then {m} more people get into the last one. | {m} people more come into the last of the {v.1}.
? How many people are in each of the {v.1}? | How many people sit in one of the {v.1}? | How many people are there in every one of the {v.1}? | What number of people is in each of the {v.1}?
? How many people are in the last one now? | How many people does the last of the {v.1} carry then? | How many people sit in the last one? | What number of people is in the last of the {v.1} now?`,
    noise: false,
  }),
  structure({
    id: "nu-from-the-last",
    steps: [2, 3, 4],
    numbers: "n 3-20; k 2-5; d 3-30; e 4-40",
    work: "x=n*k; y=x+d; z=y+e; w=z-n",
    worlds: `
= {item} on the last day; times as many; more {item}; more {item} on day one; {item} on day three; {item} on day two; {item} on day one; {item} fewer on the last day
@item mistakes, complaints, phone calls, ships in the bay, visitors, patients, alarms
- On the last of four days there were {n} {item}. That was after day three, which had {k*} as many. On day two there were {d} more than on day three. | Day four had {n} {item}, day three {k*} as many as day four, and day two {d} more than day three.
+ On day one there were {e} more {item} than on day two. | Day one was worse than day two by {e}. | Day two had {e} {item} fewer than day one.
+ The first day is compared with the last one.
? How many {item} were there on day two? | How many {item} did day two have? | What was the number of {item} on day two? | How many {item} were counted on day two?
? How many {item} were there on day one? | How many {item} did day one have? | What was the number of {item} on day one? | How many {item} were counted on the first day?
? How many more {item} were there on day one than on day four? | By how many {item} did the number go down from the first day to the last? | How many fewer {item} were there on the last day? | What is the difference between the first and the last day, in {item}?

= the age of the {x} in years; times as old; years older; years older again; age of the {y}; age of the {z}; age of the {w}; years between
@x tree house, bakery, new bridge, statue, clock
@y mill, barn, school, fountain, wall
@z inn, church, tower, market hall, oak tree
@w gate, ruin, well, road, castle
- The {x} is {n} years old, and the {y} is {k*} as old. The {z} is {d} years older than the {y}. | In a village the {y} is {k*} as old as the {x}, which is {n} years old; {d} years older than the {y} is the {z}.
+ The {w} is {e} years older than the {z}. | Even older is the {w}, by {e} years more than the {z}.
+ The {x} is the newest thing there. | Nothing is newer than the {x}.
? How old is the {z}? | What is the age of the {z}? | How many years old is the {z}? | For how many years has the {z} been there?
? How old is the {w}? | What is the age of the {w}? | How many years old is the {w}? | For how many years has the {w} been there?
? How many years older than the {x} is the {w}? | How many years lie between the {w} and the {x}? | By how many years is the {w} older than the {x}? | How many years younger than the {w} is the {x}?

= steps to the {a1}; times as many; more steps; more steps to the {d1}; steps to the {b1}; steps to the {c1}; steps to the {d1}; steps from the {a1}
@a1 door, well, statue, red gate, fountain
@b1 chapel, rose garden, guard room, bell, library
@c1 balcony, treasure room, kitchen, battlements, hall of mirrors
@d1 roof, telescope, dragon's nest, flag, star chamber
- From the entrance of a castle there are {n} steps to the {a1} and {k*} as many to the {b1}. To the {c1} there are {d} steps more than to the {b1}. | To reach the {a1} of a castle you climb {n} steps. To the {b1}, it is {k*} as many, and to the {c1} it is {d} more than to the {b1}.
+ To the {d1} there are {e} steps more than to the {c1}. | The {d1} is another {e} steps above the {c1}.
+ {P} stops at the {a1} on the way up to the {d1}. | The way to the {d1} passes the {a1}, where {P} takes a rest.
? How many steps are there to the {c1}? | How many steps must one climb to the {c1}? | How many steps is it from the entrance to the {c1}? | What is the number of steps to the {c1}?
? How many steps are there to the {d1}? | How many steps must one climb to the {d1}? | How many steps is it from the entrance to the {d1}? | What is the number of steps to the {d1}?
? How many steps does {P} have to climb after the rest? | How many steps is it from the {a1} to the {d1}? | How many steps are still to go from the {a1} to the {d1}? | How many steps lie between the {a1} and the {d1}?`,
    noise: false,
  }),
];
