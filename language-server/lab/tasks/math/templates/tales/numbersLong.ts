import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Four to six steps: several people or places, one after the other. */
export const numbersLong: readonly Template[] = [
  structure({
    id: "nu-four-people",
    steps: [4, 5, 6],
    numbers: "a 4-25; k 2-4; d 3-20; f 2-25; $p 2-5; $c 10-90",
    work: "b=a*k; e=b-d; g=e+f; t=a+b+e+g; m=t*p; r=m-c",
    worlds: `
= {item} of {P}; times as many; fewer of {R}; more of {S}; price of each; costs; {item} of {Q}; {item} of {R}; {item} of {S}; {item} in all; money taken in; money left
@item scarves, pots of jam, lemon tarts, wooden stars, clay mugs, posters, cactuses, friendship bands
~ {P} made {a} {item}. | {a} {item} were made by {P}.
~ {Q} made {k*} as many {item} as {P}. | The number of {item} by {Q} was {k*} that of {P}.
~ {R} made {d} fewer {item} than {Q}. | {Q} was ahead of {R} by {d} {item}.
~ {S} made {f} more {item} than {R}. | Compared with {R}, {S} made {f} {item} more.
+ They sold every one of the {item} for {$p}. | All the {item} of the four were sold at {$p} apiece.
+ The stand cost them {$c}. | From this money {$c} was paid for the material.
? How many {item} did the four make in all? | How many {item} were there altogether? | How many {item} did {P}, {Q}, {R} and {S} make together? | What was the total number of {item}?
? How much money did they get for them? | How much did they take in? | How many dollars did the {item} bring? | What did they earn with all the {item}?
? How much was left after that? | How much money did they keep? | How many dollars remained? | What was left of the money?

= {item} in the first {place}; times as many; fewer in the third; more in the fourth; {part} for each; {part} in store; {item} in the second {place}; {item} in the third; {item} in the fourth; {item} in all; {part} needed; {part} still needed
# p 2-5; c 10-90
@place valley, tower, harbor, quarter, mine
@item lanterns, carts, alarm bells, water wheels, windmills, cranes
@part ropes, screws, wooden pins, hooks, oil cans
- Four places are looked at. The first {place} has {a} {item}, the second {k*} as many as the first. | In the first {place} there are {a} {item}. In the second there are {k*} as many.
- In the third there are {d} fewer than in the second, and in the fourth {f} more than in the third. | The third {place} has {d} fewer than the second. The fourth has {f} more than the third.
+ Each of the {item} needs {p} new {part}. | {p} {part} are needed for each of all these {item}.
+ In store there are only {c} {part}. | {c} of the {part} are there already.
? How many {item} are there in the four places? | How many {item} do the four have together? | How many {item} is that in all? | What is the total number of {item}?
? How many {part} are needed? | How many new {part} is that? | How many {part} do all the {item} need? | What number of {part} must be there?
? How many {part} must still be ordered? | How many {part} are missing? | How many more {part} are needed? | What number of {part} has to be ordered?

= pages by the first {who}; times as many; fewer by the third; more by the fourth; pictures on a page; pictures done; pages by the second; pages by the third; pages by the fourth; pages in all; pictures; pictures to do
# p 2-5; c 10-90
@who monk, author, pupil, reporter, translator
@book city guide, encyclopedia, school newspaper, songbook, chronicle
- Four people write a {book}. From the first {who} come {a} pages, from the second {k*} as many. | For a {book} the first {who} writes {a} pages and the second {k*} as many as the first.
- The third writes {d} pages fewer than the second, the fourth {f} more than the third. | The third does {d} fewer than the second, and the fourth does {f} more than the third.
+ Every page needs {p} pictures. | {p} pictures go on each page.
+ {c} of the pictures are ready. | An artist has done {c} of them.
? How many pages does the {book} have? | How many pages do they write in all? | How many pages are there altogether? | How long is the {book}, in pages?
? How many pictures does the {book} need? | How many pictures are needed? | How many pictures is that? | What is the number of pictures?
? How many pictures are still to do? | How many pictures are missing? | How many pictures must the artist still do? | What number of pictures is not ready?

= {tree} in the first garden; times as many; fewer in the third; more in the fourth; baskets from each; baskets sold; {tree} in the second garden; {tree} in the third; {tree} in the fourth; {tree} in all; baskets; baskets left
# p 2-5; c 10-90
@tree plum trees, fig trees, pear trees, vines, cherry trees
- An abbey has four gardens. There are {a} {tree} in the first, and in the second {k*} as many. | In the first of the four gardens of an abbey stand {a} {tree}, in the second {k*} as many.
- The third has {d} fewer than the second, and the fourth has {f} more than the third. | In the third there are {d} fewer than in the second; the fourth has {f} more than the third.
+ From each of the {tree} come {p} baskets of fruit. | Each one gives {p} baskets of fruit.
+ {c} baskets are sold. | The monks sell {c} of the baskets.
? How many {tree} does the abbey have? | How many {tree} are there in the four gardens? | What is the number of {tree}? | How many {tree} are there altogether?
? How many baskets of fruit is that? | How many baskets do the {tree} give? | What is the number of baskets? | How many baskets of fruit are there?
? How many baskets are left? | How many baskets do the monks keep? | What number of baskets remains? | How many baskets are not sold?`,
  }),
  structure({
    id: "nu-sold-in-parts",
    steps: [4, 5, 6],
    numbers: "f 1/2,1/3,1/4,2/3,3/4; t f*10-60; g 1/2,1/3,1/4; $p 2-8; $c 10-90",
    work: "x=t:f; y=t-x; z=y:g; w=y-z; m=w*p; r=m-c",
    worlds: `
= {item} at first; price of each; costs; {item} gone in the morning; {item} at noon; {item} gone after noon; {item} left; money for these; money left
@item rugs, melons, cheeses, lamps, plants, paintings, sweaters, honey cakes
- A dealer takes {t} {item} to the market. In the morning {f} of them are sold, and after noon {g} of the rest. | Of {t} {item}, a dealer sells {f} in the morning. After noon {g} of those still there are sold.
+ The next day all that are left go for {$p} each. | The others are sold the next day at {$p} apiece.
+ From the money of that next day the dealer pays {$c} for the stand. | The stand of the next day costs {$c}, which is paid from this money.
? How many {item} are left in the evening? | How many {item} are not sold on this day? | How many {item} does the dealer take home? | How many {item} does the dealer still have in the evening?
? How much money do these bring? | How much does the dealer get on the next day? | How many dollars does the next day bring? | What do the last {item} bring?
? How much is left of that money? | How many dollars of the next day does the dealer keep? | How much money does the next day bring after the cost? | What remains of the money for the last ones?

= {who} at first; {food} for each; {food} in the bags; {who} who stop at the {x}; {who} who go on; {who} who stop at the {y}; {who} at the end; {food} needed; {food} still needed
# p 2-8; c 10-90
@who pilgrims, runners, soldiers, cyclists, tourists, camels
@x river, first hill, old mill, crossroads
@y bridge, second hill, chapel, forest inn
@food apples, cups of water, rolls, bananas
- {t} {who} start together. At the {x} {f} of them give up, and at the {y} {g} of those who went on. | Of {t} {who}, {f} stop at the {x}. Then {g} of the others stop at the {y}.
+ Each of those who reach the end gets {p} {food}. | There are {p} {food} for each of those who come to the end.
+ A farmer gives {c} of these {food}, and the rest must be bought. | {c} of the {food} are in a basket already, the others have to be bought.
? How many {who} reach the end? | How many {who} do not stop? | How many {who} come to the end? | What is the number of {who} at the end?
? How many {food} are needed? | How many {food} do they get? | How many {food} is that? | What number of {food} is handed out?
? How many {food} must be bought? | How many {food} still have to be bought? | How many {food} are missing? | What number of {food} must come from a shop?

= {thing} on the planet; {y} on each; {y} known; {thing} under ice; {thing} not under ice; {thing} under water; dry {thing}; {y}; {y} not known
# p 2-8; c 10-90
@thing volcanoes, towers, caves, craters, domes, pyramids
@y signs, robots, doors, stones with letters, tunnels
@planet a far planet, the moon of Jupiter, an unknown island, the lost land
- On {planet} there are {t} {thing}. {f} of these are under ice, and of the others {g} are under water. | {^planet} has {t} {thing}. Ice covers {f} of them, and water covers {g} of the rest.
+ On each of those that are dry and free there are {p} {y}. | Each of the {thing} that are left free has {p} {y}.
+ {c} of these {y} are in a list already. | Explorers have drawn {c} of these {y}.
? How many {thing} are left free? | How many {thing} are neither under ice nor under water? | How many {thing} are not covered? | What is the number of free {thing}?
? How many {y} do the free ones have? | How many {y} is that? | How many {y} are there on free {thing}? | What is the number of {y} there?
? How many {y} are still to do? | How many {y} are missing in their work? | How many {y} have the explorers not done? | What number of {y} is left?`,
    noise: false,
  }),
  structure({
    id: "nu-week-of-work",
    steps: [4, 5, 6],
    numbers: "a 4-12; b 2-6; d 2-6; $p 2-6; $c 20-150; n 3-6",
    work: "x=a*b; y=x*d; m=y*p; r=m-c; q=r/n; z=q*2",
    worlds: `
= {item} an hour; hours a day; days; price of each; costs; partners; {item} a day; {item} in all; money taken in; money left; money for each; money for two
@item rings, bowls, kites, hats, lamps, cards, cakes, dolls
- A small firm makes {a} {item} an hour and works {b} hours a day for {d} days. Each is sold for {$p}, and the material costs {$c} in all. | For {d} days, {b} hours a day, a small firm makes {a} {item} an hour, which are all sold at {$p} apiece. {$c} of the money is paid for material.
+ {n} partners share what is left. | What is left is divided equally among the {n} partners.
+ Two of the partners are sisters. | Two of them are married.
? How much is left after the costs? | How much money does the firm keep? | How many dollars remain? | What is the profit of the firm?
? How much does each partner get? | How many dollars are there for each partner? | What is one partner's share? | How much money goes to each of them?
? How much do these two get together? | How many dollars is that for the two? | How much money do the two have from this? | What do these two earn together?

= {fruit} of fruit from a {tree}; {tree.s} in a row; rows; price of each; wages; charities; {fruit} of a row; {fruit} in all; money taken in; money left; money for each; money for two
@tree coconut palm, fig tree, orange tree, melon vine, pumpkin plant
@fruit baskets, crates, boxes, bags
- A {tree} gives {a} {fruit} of fruit. There are {b} {tree.s} in each of {d} rows. All is sold at {$p} apiece, and the pickers get {$c}. | In {d} rows there are {b} {tree.s} each, and each {tree} gives {a} {fruit} of fruit. They are sold at {$p} apiece, and the pickers are paid {$c} of this.
+ The rest of the money goes to {n} villages in equal parts. | {n} villages share what is left.
+ Two of these villages put their money together. | Two of the villages build a bridge with their parts.
? How much money is left when the pickers are paid? | How much is left? | How many dollars remain? | What sum is left after the wages?
? How much does each village get? | How many dollars are there for each village? | What is the share of a village? | How much money goes to each village?
? How much do these two have together? | How many dollars is that for the two? | How much money is that? | What sum do the two have?

= people in a {v}; rides an hour; hours; price of a ride; costs; owners; people an hour; people in all; money taken in; money left; money for each; money for two
@v boat, sleigh, balloon, wagon, swan boat
- A {v} for {a} people makes {b} rides an hour and is always full. It runs for {d} hours, and everyone pays {$p}. The costs are {$c}. | {a} people pay {$p} each for a ride in a {v}, which is full on every ride. It makes {b} rides an hour for {d} hours. Out of the money, {$c} goes for repairs.
+ What is left is shared by the {n} owners. | The {n} owners divide the rest equally.
+ Two of the owners spend all of it on a feast. | Two owners put their parts into one box.
? How much money is left after that? | How much is left? | How many dollars remain? | What do they earn after the costs?
? How much does each owner get? | How many dollars are there for each owner? | What is one owner's share? | How much money goes to each of the owners?
? How much do these two have together? | How many dollars is that for the two? | How much money is that? | What sum do the two have?`,
    noise: false,
  }),
  structure({
    id: "nu-two-sides",
    steps: [4, 5],
    numbers: "a 20-90; b 5-60; c 20-90; d 5-60; e 2-30",
    work: "x=a+b; y=c-d; s=x+y; w=s-e; h=w/2",
    worlds: `
= {item} of {P}; {item} that {P} gets; {item} of {Q}; {item} that {Q} loses; {item} given away; {item} of {P} then; {item} of {Q} then; {item} of both; {item} left; {item} for each
@item trading cards, comics, sea shells, model planes, caps, foreign coins, fossils
- {P} has {a} {item} and is given {b} more. {Q} has {c} and loses {d} of them. Then they put all theirs together and give {e} to a museum. | {Q} has {c} {item} but loses {d}; {P} has {a} and finds {b} others. From what both have then, {e} go to a friend.
+ They share what is left equally. | Each of the two takes half of the rest.
? How many {item} are left? | How many {item} do the two have in the end? | How many {item} do they still have together? | What is the number of {item} in the end?
? How many {item} does each of them get? | How many {item} are there for each? | How many {item} does {Q} have in the end? | What is one share, in {item}?

= {who} in the {x}; {who} who come; {who} in the {y}; {who} who go; {who} who sleep; {who} in the {x} then; {who} in the {y} then; {who} in both; {who} awake; {who} in each boat
@who elves, guards, nurses, miners, robots, spiders
@x north tower, upper cave, left wing, blue house
@y south tower, lower cave, right wing, red house
- {a} {who} are in the {x}, and {b} more come in. From the {y}, where {c} {who} were, {d} go out for good. In both places together, {e} {who} are asleep. | In the {x} there are {a} {who}, in the {y} {c}. {b} new ones come to the {x}, and {d} leave the {y} for good. Of all those in the two places then, {e} are asleep.
+ Those who are awake form two equal groups. | The ones that are not asleep make two groups of the same size.
? How many {who} are awake in the two places? | How many {who} are not asleep there? | How many {who} in both places are awake? | What is the number of {who} awake there?
? How many {who} are in each group? | How big is each group? | How many {who} does a group have? | What is the size of a group?

= kg of {w.0}; kg of {w.0} brought; kg of {w.1}; kg of {w.1} used; kg gone bad; kg of {w.0} then; kg of {w.1} then; kg in all; kg left; kg in each
@w flour/sugar, salt/pepper, rice/corn, sand/gravel, coal/wood
@where mill, store, ship, depot
- A {where} has {a} kg of {w.0} and gets {b} kg more. Of {w.1}, it has {c} kg but uses {d} kg. Then {e} kg of all this get wet and are thrown away. | {b} kg of {w.0} come to a {where} that has {a} kg already. It also has {c} kg of {w.1} and uses {d} kg of that. In a flood, {e} kg of what is there then are lost.
+ What is left is carried away on two carts with equal loads. | Two carts with the same load carry the rest.
? How many kg are left altogether? | How many kg of both are still there? | What is left of both together, in kg? | How many kg does the {where} have in the end?
? How many kg are on each cart? | How many kg does each cart carry? | What is the load of a cart in kg? | How heavy is each load in kg?`,
    noise: false,
  }),
];
