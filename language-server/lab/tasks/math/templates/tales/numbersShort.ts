import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** One or two steps with longer stories around them. */
export const numbersShort: readonly Template[] = [
  structure({
    id: "nu-added-then-removed",
    steps: [1, 2],
    numbers: "a 20-200; b 5-90; c 5-90",
    work: "x=a+b; y=x-c",
    worlds: `
= books before; new books; books given away; books then; books left
@room library of a ship, school library, reading room, book bus
- In the {room} there used to be {a} books. A lady who was moving house gave it {b} more. | The {room} had {a} books until a lady who was moving gave it another {b}. | A present of {b} books came to the {room}, which already had {a}.
+ Because of worms, {c} had to be thrown away. | While cleaning up, they gave away {c} books.
? How many books did it have then? | How many books were there after the present? | What was the number of books after that? | How many books stood in the {room} then?
? How many books were left? | How many books did it have in the end? | What was the number of books in the end? | How many books stayed in the {room}?

= {light} lit first; {light} lit later; {light} blown out; {light} then; {light} still burning
@light lanterns, candles, torches, lamps
- At dusk {a} {light} were lit along the river, and at eight {b} others. | Although {a} {light} already burned along the river, {b} more were lit. | {P} lit {a} {light} before supper and {b} after it.
+ The wind blew out {c} of them. | {c} went out when the wind came up.
? How many {light} burned then? | How many {light} were lit in all? | What was the number of {light} that were lit? | How many {light} could be seen after that?
? How many {light} still burned? | How many {light} did not go out? | What was the number of {light} still burning? | How many {light} could be seen in the wind?

= players at first; players who joined; players knocked out; players in all; players still in
@game tag game, snowball fight, quiz night, sack race, treasure hunt
- The {game} began with {a} players, and {b} more signed up late. | {b} players signed up late for a {game} that already had {a}. | For the {game} there were {a} names on the list, to which {b} late ones were added.
+ After the first round, {c} players were out. | {c} of the players dropped out.
? How many players took part? | How many players were there with the late ones? | What was the number of players? | How many names were on the list then?
? How many players were still in? | How many players were left? | What was the number of players after the first round? | How many players went on?

= litres in the morning; litres of rain; litres for the garden; litres then; litres left
@tub rain barrel, tank on the roof, old bath tub, stone basin
- There were {a} litres in the {tub} in the morning, and a storm added {b} litres. | A storm added {b} litres to the {a} litres in the {tub}.
+ In the evening {P} used {c} litres for the garden. | {c} litres went to the garden later.
? How many litres were in it then? | How much water was in the {tub} after the storm, in litres? | How many litres did the {tub} hold then? | What was the amount in litres after the storm?
? How many litres were left? | How much water was left, in litres? | How many litres stayed in the {tub}? | What amount in litres remained?

= number on Monday; rise; fall; level then; level in the end
@what game level, price index, water level mark, score board
- The {what} stood at {a} on Monday and went up by {b} on Tuesday. | After it had stood at {a} on Monday, the {what} rose by {b} on Tuesday.
+ On Wednesday it fell by {c}. | The next day brought a fall of {c}.
? Where did it stand on Tuesday evening? | At what number was it after Tuesday? | What did it show on Tuesday evening? | To what number did it rise?
? Where did it stand after Wednesday? | At what number was it in the end? | What did it show in the end? | To what number did it fall?`,
    noise: false,
  }),
  structure({
    id: "nu-each-has-minus",
    steps: [1, 2],
    numbers: "n 3-12; k 4-25; c 5-60",
    work: "x=n*k; y=x-c",
    worlds: `
= actors; lines for each; lines cut; lines; lines left
@play comedy, tragedy, puppet play, farce
- {n} actors have {k} lines each in a {play}. | In a {play} with {n} actors everyone says {k} lines. | The author of a {play} gave {k} lines to each of the {n} actors.
+ The director cuts {c} lines. | {c} of these lines are cut before the first night.
? How many lines does the {play} have? | How many lines are there in all? | What is the number of lines? | How many lines must be learned altogether?
? How many lines are left? | How many lines stay in the {play}? | What is the number of lines after that? | How many lines will be heard on the first night?

= {cover}; patches for each; patches sewn; patches; patches to sew
@cover quilts, flags, patchwork bags, curtains
- For {n} {cover} one needs {k} patches apiece. | {P} wants to sew {n} {cover}, each of which takes {k} patches. | Each of the {n} {cover} that {P} sews has {k} patches.
+ {P} has sewn on {c} patches so far. | {c} of the patches are in place.
? How many patches are needed? | How many patches is that in all? | What is the number of patches? | How many patches must {P} cut?
? How many patches are still to do? | How many patches are not in place yet? | What number of patches is left? | How many patches must {P} still sew?

= {animal}; arms of each; arms that are hurt; arms; healthy arms
@animal starfish, squids, water spiders, sea lilies
# k 5-10
- In an aquarium there are {n} {animal} with {k} arms each. | {P} looks at {n} {animal}, each of which has {k} arms. | {n} {animal} live in a tank. Nature has given each of them {k} arms.
+ {c} arms have been hurt in the storm. | Of all these arms, {c} are hurt.
? How many arms do they have together? | How many arms is that? | What is the number of arms? | How many arms are there in the tank?
? How many arms are not hurt? | How many healthy arms are there? | What is the number of healthy arms? | How many arms are all right?

= weeks; hours a week; hours missed; hours; hours worked
@job night guard, cook, nurse, baker, pilot, florist
- The plan of a {job} shows {k} hours a week for {n} weeks. | For {n} weeks a {job} has to work {k} hours each week. | {n} weeks of {k} hours each lie before a {job}.
+ Because of a broken arm, the {job} misses {c} hours. | {c} of these hours are canceled.
? How many hours is that? | How many hours does the plan show? | What is the number of hours? | How many hours are planned in all?
? How many hours does the {job} work? | How many hours are left? | What is the number of hours really worked? | How many hours does the {job} do in fact?

= {v}; seats in each; seats kept free; seats; seats to sell
@v small planes, coaches, canal boats, cable cabins
- A company owns {n} {v} with {k} seats in each. | The {n} {v} of a company have {k} seats each. | {k} seats are in each of a company's {n} {v}.
+ For the crews, {c} seats are kept free. | {c} seats cannot be sold, since the crews need them.
? How many seats is that? | How many seats does the company have? | What is the number of seats? | How many seats are there in all?
? How many seats can be sold? | How many seats are left for travelers? | What is the number of seats to sell? | How many seats remain?`,
    noise: false,
  }),
  structure({
    id: "nu-share-after-gift",
    steps: [2, 3],
    numbers: "a 20-150; b 5-80; n 2-9; c 2-30",
    work: "x=a+b; y=x/n; z=y+c",
    worlds: `
= {item} of {P}; {item} of {Q}; {who}; {item} from before; {item} together; {item} for each; {item} of one of them
@item beads, sweets, crackers, tokens, ribbons, paper stars, medals
@who cousins, teammates, neighbors' children, dancers
- {P} brings {a} {item} and {Q} {b}. All of them are shared equally by {n} {who}. | {n} {who} share equally what {P} and {Q} bring: {a} and {b} {item}. | {P} has {a} {item} and {Q} has {b}. They put them together and give the same number to each of {n} {who}.
+ One of the {who} had {c} {item} before. | One of them already owns {c}.
? How many {item} does each of the {who} get? | How many {item} are there for each? | What is the share of each, in {item}? | How many {item} go to every one of them?
? How many {item} does that one have then? | How many {item} is that for this one? | What number of {item} does this one have in the end? | How many {item} does this one own now?

= kg of the first load; kg of the second load; carts; kg on top; kg in all; kg on a cart; kg on the last cart
@what apples, coal, wool, sand, fish, grain
- Two loads of {what}, {a} kg and {b} kg, are put on {n} carts, equally much on each. | {a} kg of {what} from one place and {b} kg from another one go on {n} carts in equal loads.
+ On the last cart {c} kg more are put. | The last cart then takes {c} kg more.
? How many kg are on each cart? | How heavy is the load of a cart, in kg? | What does each cart carry, in kg? | How many kg does every cart take?
? How many kg are on the last cart? | How heavy is the last load in kg? | What does the last cart carry, in kg? | How many kg does the last cart take in the end?

= minutes of the first part; minutes of the second part; evenings; minutes of talk; minutes in all; minutes an evening; minutes with the talk
@piece story, film, play, course, game
- A {piece} has two parts of {a} and {b} minutes and is spread over {n} evenings of the same length. | The two parts of a {piece} take {a} minutes and {b} minutes. Together they fill {n} equally long evenings.
+ Each evening there are also {c} minutes of talk. | {c} minutes of talk follow every evening.
? How many minutes of the {piece} are there each evening? | How long is the {piece} on one evening, in minutes? | What part of it belongs to each evening, in minutes? | How many minutes of it come on one evening?
? How many minutes is an evening with the talk? | How long is each evening in minutes, the talk included? | What is the length of one evening with the talk, in minutes? | How many minutes does one evening take in all?

= dollars from the raffle; dollars from the concert; places; dollars from the town; dollars in all; dollars for each place; dollars of the {to}
# $a 20-150; $b 5-80; $c 2-30
@to zoo, youth club, hospice, fire brigade, choir
- A raffle brings {$a} and a concert {$b}. The money goes to {n} places in equal parts. One of them is the {to}. | {n} places, one of them the {to}, share the money of a raffle, {$a}, and of a concert, {$b}, equally.
+ The {to} also gets {$c} from the town. | From the town there is {$c} more for the {to}.
? How much does the {to} get from this? | How much goes to each place? | How many dollars are there for each place? | What is the part of one place?
? How much does the {to} get in all? | How many dollars does the {to} have from both? | What is the sum for the {to}? | How much money is there for the {to} altogether?`,
    noise: false,
  }),
];
