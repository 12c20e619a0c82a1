import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** Lengths, fences, areas, and rows of things. */
export const numbersShapes: readonly Template[] = [
  structure({
    id: "nu-area",
    steps: [1, 2, 3, 4],
    numbers: "a 9-20; b 3-9; c 4-40; k 2-6; m 10-90",
    work: "x=a*b; y=x-c; z=y*k; w=z+m",
    noise: false,
    worlds: `
= length in metres; width in metres; square metres for the {q}; {plant} on a square metre; {plant} in pots; square metres; square metres for {plant}; {plant} planted; {plant} in all
@place field, garden, greenhouse, terrace, roof garden
@q path, pond, shed, beehives, oak tree
@plant tulips, herbs, cabbages, vines, bean plants, lavender plants
- A {place} is {a} metres long and {b} metres wide. | The length of a {place} is {a} metres, its width {b} metres. | {P} has a {place} of {a} metres by {b} metres.
+ The {q} takes {c} square metres of it. | {c} square metres of this are needed for the {q}.
+ On every other square metre {k} {plant} are planted. | All the rest is planted, with {k} {plant} to a square metre.
+ {m} more {plant} stand in pots. | There are also {m} {plant} in pots.
? How many square metres is the {place}? | What is the area of the {place} in square metres? | How large is the {place} in square metres? | How many square metres does the {place} have?
? How many square metres are left? | How many square metres are free for plants? | How large is the rest in square metres? | How many square metres remain?
? How many {plant} are planted? | How many {plant} are needed? | How many {plant} is that? | How many {plant} does one need for it?
? How many {plant} are there in all? | How many {plant} is that with those in pots? | How many {plant} does one need altogether? | What is the number of all {plant}?

= tiles in a row; rows; plain tiles; {sign} on a tile; {sign} on the wall; tiles; painted tiles; {sign} on the floor; {sign} in all
@where bath, chapel, kitchen, palace hall, metro station
@sign stars, dots, flowers, fishes, birds
- The floor of a {where} has {b} rows of {a} tiles each. | A {where} has a floor of {b} rows with {a} tiles in each row. | In each row of the floor of a {where} lie {a} tiles, and there are {b} rows.
+ {c} of the tiles are plain, the others are painted. | All but {c} of the tiles are painted.
+ Every painted tile shows {k} {sign}. | There are {k} {sign} on each of the painted tiles.
+ {m} {sign} more are on the wall. | The wall has another {m} {sign}.
? How many tiles does the floor have? | How many tiles are there? | How many tiles is that? | What is the number of tiles?
? How many tiles are painted? | How many painted tiles are there? | How many tiles are not plain? | What is the number of painted tiles?
? How many {sign} are on the floor? | How many {sign} are there on these tiles? | How many {sign} does the floor show? | What is the number of {sign} on the floor?
? How many {sign} are there in all? | How many {sign} are on the floor and the wall together? | How many {sign} does the {where} have? | What is the number of all {sign}?

= seats in a row; rows; empty seats; dollars for a seat; extra money; seats; people; money for the seats; money in all
# $k 2-6; $m 10-90
@where puppet theater, cinema, small stadium, chapel, lecture hall, barn
@ev concert, film, match, talk, play
- A {where} has {b} rows of {a} seats. | In a {where} there are {b} rows with {a} seats in each. | Each of the {b} rows of a {where} has {a} seats.
+ At the {ev} {c} seats stay empty. | On the evening of the {ev} all but {c} seats are taken.
+ A seat costs {$k}, and everyone pays. | Everyone there pays {$k} for the seat.
+ The town adds {$m}. | A sponsor gives another {$m}.
? How many seats does it have? | How many seats are there? | How many people find a seat there? | What is the number of seats?
? How many people come to the {ev}? | How many seats are taken? | How many people sit there? | What is the number of people at the {ev}?
? How much money do they pay? | How much money is paid for the seats? | How many dollars do the seats bring? | What sum do all these people pay?
? How much money does the {ev} bring in all? | How many dollars are there altogether? | How much money is that with the gift? | What is the whole sum?

= stalls in a row; rows; stalls left empty; {item} at a stall; {item} in the store; stalls; stalls in use; {item} at the stalls; {item} in all
@item lamps, tables, flags, baskets, chairs
@fair book fair, Christmas market, plant market, flea market
- A {fair} has {b} rows with {a} stalls in each. | In each of the {b} rows of a {fair} there are {a} stalls. | The stalls of a {fair} form {b} rows of {a}.
+ {c} of them stay empty. | All but {c} of the stalls are in use.
+ Each stall in use gets {k} {item}. | {k} {item} are put at every stall in use.
+ In the store there are {m} {item} more. | Another {m} {item} wait in the store.
? How many stalls are there? | How many stalls does the {fair} have? | What is the number of stalls? | How many stalls is that?
? How many stalls are in use? | How many stalls are not empty? | What is the number of stalls in use? | How many stalls are open?
? How many {item} are at the stalls? | How many {item} are needed for them? | What is the number of {item} at the stalls? | How many {item} is that?
? How many {item} are there in all? | How many {item} does the {fair} have? | What is the number of all the {item}? | How many {item} is that with the store?`,
  }),
  structure({
    id: "nu-fence",
    steps: [2, 3, 4],
    numbers: "a 20-60; b 5-25; g 2-12; $p 2-6",
    work: "h=a+b; u=h*2; v=u-g; w=v*p",
    noise: false,
    worlds: `
= length in metres; width in metres; metres of the gate; price of a metre; length and width; metres around; metres of {stuff}; cost of the {stuff}
@place meadow, playground, vegetable garden, sheepfold, tennis court, pond with straight sides
@stuff fence, hedge, wall, netting
- A {place} of {a} metres by {b} metres gets a {stuff} all around. | A {stuff} is to go all around a {place}, which is {a} metres long and {b} metres wide. | {P} wants a {stuff} on all four sides of a {place} that is {a} metres long and {b} metres wide.
+ Only a gate of {g} metres stays free. | For a gate, {g} metres are left open.
+ One metre of {stuff} costs {$p}. | The price is {$p} for a metre.
? How many metres is it all around? | How many metres do the four sides have together? | How long are the four sides together, in metres? | What is the distance around it, in metres?
? How many metres of {stuff} are needed? | How long is the {stuff} then, in metres? | How many metres must be made? | How many metres of {stuff} does it take?
? How much does the {stuff} cost? | How many dollars does the {stuff} cost? | What does the {stuff} cost altogether? | How much money is needed for the {stuff}?

= length in cm; width in cm; cm of the {gap}; lights on a cm; length and width; cm around; cm with {deco}; {deco}
# p 2-4
@thing picture, mirror, tablecloth, photo, window, box lid, flag
@deco beads, shells, pearls, gold nails, tiny lights
@gap name plate, ribbon, clasp, hook
- A {thing} is {a} cm long and {b} cm wide. {P} decorates its edge on all four sides. | {P} decorates the whole edge of a {thing} with a length of {a} cm and a width of {b} cm.
+ Only {g} cm of the edge stay free for the {gap}. | The {gap} covers {g} cm of the edge, where there is no room.
+ For each cm {p} {deco} are needed. | There are {p} {deco} on every cm.
? How long is the edge in all, in cm? | How many cm is it all around? | How many cm do the four sides have together? | What is the length of the whole edge in cm?
? How many cm are decorated? | How many cm of the edge can {P} decorate? | How long is the decorated part, in cm? | How many cm does {P} cover?
? How many {deco} does {P} need? | How many {deco} are needed? | How many {deco} are on the edge? | What is the number of {deco}?

= length in metres; width in metres; metres missing; turns; length and width; metres of a round; metres walked a round; metres in all
# p 2-6; a 30-60/5; b 10-30/5; g 2-20
@who guard, robot, pony, runner, ghost, dog
@what castle yard, gym, market square, ship's deck, ring, hall
- A {who} goes round a {what} that is {a} metres long and {b} metres wide. | The {what} is {a} metres long and {b} metres wide. A {who} goes along all four sides.
+ By a short cut at one corner, the {who} saves {g} metres in each round. | There is a short cut that makes the round {g} metres shorter, and the {who} takes it.
+ The {who} makes {p} rounds this way. | {p} such rounds are made.
? How many metres is one round? | How long is a round in metres? | How many metres are the four sides together? | What is the length of a round, in metres?
? How many metres is the round with the short cut? | How long is the round then, in metres? | How many metres does the {who} go in a round with the short cut? | What is the length of the shorter round, in metres?
? How many metres does the {who} go in all? | How far does the {who} go, in metres? | How many metres is that for all the rounds? | What distance does the {who} cover, in metres?

= length in cm; width in cm; cm of the door; cost of a cm in cents; length and width; cm around; cm of {stuff}; cents
# a 20-60; b 10-40; g 2-12; p 2-4
@thing doll house, rabbit hutch, sandbox, flower bed, model farm
@stuff edging, wire, wooden strips
- {P} wants to put {stuff} around a {thing} with sides of {a} cm and {b} cm. It has four sides. | A {thing} with four sides, {a} cm by {b} cm, gets {stuff} all around.
+ For a door, {g} cm stay open. | Only a door of {g} cm has none.
+ A cm of {stuff} costs {p} cents. | The price for each cm is {p} cents.
? How many cm is it all around? | How long are the four sides together, in cm? | What is the distance around it in cm? | How many cm do the four sides have?
? How many cm of {stuff} are needed? | How long must the {stuff} be, in cm? | What length is needed, in cm? | How many cm must {P} cut?
? How many cents does the {stuff} cost? | How many cents must be paid? | What is the price of it all in cents? | How many cents does {P} need?`,
  }),
  structure({
    id: "nu-length-pieces",
    steps: [1, 2, 3],
    numbers: "k 2-9; n k*4-30; g 2-20; p 2-6",
    work: "x=n/k; y=x-g; z=y*p",
    noise: false,
    worlds: `
= cm of a piece; cm of the {stuff}; {item} given away; beads on each; pieces; {item} left; beads
@stuff ribbon, leather strap, paper strip, wire, string
@item bracelets, bookmarks, key rings, hair bands, tags
- A {stuff} of {n} cm is cut into pieces of {k} cm, one for each of the {item}. | {P} cuts a {stuff} of {n} cm into pieces that are {k} cm long and makes {item} of them, one piece for each. | From {n} cm of {stuff}, {P} makes {item} that take {k} cm each.
+ {g} of the {item} are given away. | {P} gives away {g} of them.
+ Each of the others gets {p} beads. | On each one that is left, {P} puts {p} beads.
? How many {item} are there? | How many {item} can be made? | How many {item} is that? | How many {item} does {P} get?
? How many {item} are left? | How many {item} are still there? | How many {item} does {P} have then? | How many {item} remain?
? How many beads are needed? | How many beads does {P} need? | How many beads is that? | What is the number of beads?

= metres between two stops; metres of the line; stops closed; lamps at a stop; parts; parts left; lamps
@line tram line, ski lift, canal, park railway, moving walkway, mountain road
- A {line} of {n} metres is divided into parts of {k} metres. | Every part of a {line} is {k} metres long, and the whole {line} is {n} metres long.
+ {g} of the parts are closed for repair. | Work closes {g} of these parts.
+ On each open part there are {p} lamps. | Each part that is open has {p} lamps.
? How many parts does it have? | How many parts are there? | How many parts is that? | What is the number of parts?
? How many parts are open? | How many parts are not closed? | How many parts can be used? | What is the number of open parts?
? How many lamps are on the open parts? | How many lamps do the open parts have? | How many lamps is that in all? | What is the number of lamps on open parts?

= minutes of a {x}; minutes in all; {x.s} cut out; dancers in each; {x.s}; {x.s} left; costumes
@x scene, song, dance, sketch, race
@ev show, opera, ballet, gala, festival
- A {ev} of {n} minutes is made up of {x.s} of {k} minutes each. | Each {x} of a {ev} takes {k} minutes, and the {ev} lasts {n} minutes without a break.
+ The director cuts out {g} of them. | {g} of the {x.s} are taken out.
+ For each {x} that stays {p} costumes are sewn. | Each {x} that is left needs {p} costumes.
? How many {x.s} does it have? | How many {x.s} are there? | How many {x.s} is that? | What is the number of {x.s}?
? How many {x.s} are left? | How many {x.s} stay? | How many {x.s} does the {ev} have then? | What is the new number of {x.s}?
? How many costumes are needed? | How many costumes must be sewn? | How many costumes is that? | What is the number of costumes?`,
  }),
];
