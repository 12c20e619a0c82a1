import type { Template } from "../../story.ts";
import { structure } from "./numbersWorlds.ts";

/** So much in an hour, a day or a piece, with something fixed on top, forwards and backwards. */
export const numbersRates: readonly Template[] = [
  structure({
    id: "nu-rate-fixed",
    steps: [1, 2, 3],
    numbers: "r 3-15; t 3-14; f 5-80; d 3-40",
    work: "x=r*t; y=x+f; z=y-d",
    worlds: `
= {item} an hour; hours; {item} made before; spoilt {item}; {item} made in this time; {item} in all; good {item}
@item candles, lanterns, horseshoes, clay bowls, wooden spoons, barrels, arrows, masks, brooms, bells
- A workshop makes {r} {item} an hour and works for {t} hours. | In a workshop, {r} {item} are finished every hour, and the work goes on for {t} hours. | For {t} hours a workshop makes {item}, at the speed of {r} an hour.
+ There were {f} {item} in the store before. | {f} {item} were ready already when the work began. | This comes on top of {f} {item} made the day before.
+ A flood then spoils {d} of the {item}. | {d} {item} turn out to be spoilt. | Mice and damp spoil {d} of all these.
? How many {item} are made in this time? | How many {item} does the workshop make? | How many {item} are finished in these {t} hours? | Find how many {item} are made.
? How many {item} are there then? | How many {item} are in the store in the end? | How many {item} does the workshop have in all? | What is the number of {item} after the work?
? How many good {item} are there? | How many {item} are not spoilt? | How many {item} can still be sold? | How many {item} are left in good order?

= km a minute; minutes; km before; km back; km flown in this time; km from the start; km from the start in the end
# r 3-30; t 4-20; f 20-200; d 10-90
- A {ship} flies {r} km a minute for {t} minutes. | For {t} minutes a {ship} moves at {r} km a minute. | Every minute a {ship} covers {r} km, and it flies like this for {t} minutes.
@ship rocket, space probe, satellite, comet, flying saucer, starship
+ Before that, it had come {f} km from its base. | It was {f} km away from its base at the beginning and flies straight away from it.
+ Then it turns round and comes {d} km back. | After this it flies {d} km back the way it came.
? How many km does the {ship} cover in this time? | How far does it fly in these minutes, in km? | How many km does it move? | What distance in km does it cover?
? How many km is it from the base then? | How far from its base is the {ship} now, in km? | What is its distance from the base in km? | How many km lie between it and the base?
? How many km is it from its base in the end? | How far from the base is the {ship} at last, in km? | How many km must it fly to get home now? | What is the final distance to the base in km?

= {item} each night; nights; {item} at first; {item} lost; {item} gained; {item} then; {item} in the end
@who goblin, magpie, raven, thief, fox, pirate
@item coins, rings, keys, silver buttons, pearls, spoons, nuts
- A {who} steals {r} {item} each night for {t} nights. | For {t} nights, {r} {item} disappear every night: a {who} takes them. | {r} {item} are taken by a {who} on each of {t} nights.
+ The hiding place of the {who} had {f} {item} in it before. | {f} {item} were in the hiding place already. | The {who} puts them to the {f} {item} in the hiding place.
+ On the way to a new hiding place {d} of all these {item} get lost. | A guard finds the hiding place and carries off {d} of the {item}. | {d} of them fall into the river.
? How many {item} are stolen? | How many {item} does the {who} steal in this time? | How many {item} disappear in the {t} nights? | What is the number of stolen {item}?
? How many {item} are in the hiding place then? | How many {item} does the {who} have now? | How many {item} is that, with the old ones? | What is the number of {item} in the hiding place?
? How many {item} does the {who} have left? | How many {item} still belong to the {who}'s treasure? | How many {item} has the {who} in the end? | How many {item} are left?

= new words a day; days; words known before; words forgotten; words learned; words known then; words kept
@lang Latin, Welsh, Chinese, Finnish, Arabic, Portuguese, sign language, Swahili
- {P} learns {r} words of {lang} a day for {t} days. | Each day, {P} learns {r} new words of {lang}, and this for {t} days. | For {t} days {P} takes a course in {lang} with {r} new words a day.
+ {P.he} knew {f} words before the course. | Before, {P.he} already knew {f} words. | At the beginning {P.his} list had {f} words on it.
+ During the holidays {P.he} forgets {d} words. | {d} of all these words slip {P.his} mind later. | A test shows that {P.he} has forgotten {d} of the words {P.he} knew then.
? How many words does {P} learn in this time? | How many new words is that? | How many words are learned in {t} days? | Work out how many new words {P} learns.
? How many words of {lang} does {P} know then? | How many words does {P.he} know after the {t} days? | How many words are on {P.his} list now? | What is the number of words that {P} knows?
? How many words does {P} still know? | How many words has {P.he} not forgotten? | How many words of {lang} are left in {P.his} memory? | How many words does {P.he} know in the end?

= litres a minute; minutes; litres at first; litres used; litres pumped; litres then; litres in the end
@tank pond, tank, pool, reservoir, moat, cistern, water tower
- A pump brings {r} litres of water a minute into a {tank} and runs for {t} minutes. | For {t} minutes, {r} litres of water flow into a {tank} every minute. | A {tank} gets {r} litres of water a minute from a pump that runs for {t} minutes.
+ Before that, the {tank} had {f} litres in it. | {f} litres were in the {tank} already. | At first there were only {f} litres in the {tank}.
+ Later {d} litres are taken out. | The gardener uses {d} litres of the water. | {d} litres are lost through a crack.
? How many litres does the pump bring? | How many litres flow in? | How many litres of water are pumped? | How much water comes in, in litres?
? How many litres are in the {tank} then? | How many litres of water does the {tank} hold after this? | How much water is in it, in litres? | How many litres is that with the old water?
? How many litres are left in the {tank}? | How many litres of water are in the {tank} in the end? | How much water remains, in litres? | How many litres does the {tank} still hold?

= {thing} a week; weeks; {thing} at first; {thing} that died or were sold; new {thing}; {thing} then; {thing} left
@thing chicks, tadpoles, mice, guppies, rabbits, snails, silkworms, ducklings
- On a farm {r} {thing} hatch or are born each week, for {t} weeks. | For {t} weeks the farm of {P} gets {r} young {thing} a week. | {P}'s farm grows by {r} {thing} a week, and that goes on for {t} weeks.
+ At the start there were {f} {thing}. | {f} {thing} lived there before. | It began with {f} {thing}.
+ {d} {thing} are sold at the market. | A zoo buys {d} of the {thing}. | Then {d} {thing} go to a neighbor.
? How many new {thing} come in this time? | How many young {thing} is that? | How many {thing} does the farm gain? | By how many {thing} does the farm grow?
? How many {thing} live there after {t} weeks? | How many {thing} does the farm have then? | How many {thing} are there in all? | What is the number of {thing} now?
? How many {thing} are left? | How many {thing} stay on the farm? | How many {thing} does the farm still have? | How many {thing} remain there?`,
    noise: false,
  }),
  structure({
    id: "nu-goal-progress",
    steps: [2, 3],
    numbers: "r 4-25; d 3-12; g 80-400; e 2-12",
    work: "x=r*d; y=g-x; z=y/e",
    worlds: `
= {stone} a day; days; {stone} needed; {stone} a day later; {stone} laid; {stone} missing; days still needed
@work wall, bridge, tower, lighthouse, pyramid, chapel, stove
@stone stones, bricks, blocks, slabs
- A {work} needs {g} {stone}. The masons lay {r} of them a day for {d} days. | Masons build a {work} of {g} {stone}, and for {d} days they lay {r} {stone} a day. | For {d} days, {r} {stone} a day are laid for a {work} that takes {g} {stone} in all.
+ From then on, they lay {e} {stone} a day. | After that, {e} {stone} a day are laid.
? How many {stone} are still missing? | How many {stone} must still be laid? | How many {stone} does the {work} need after that? | How many {stone} are not laid yet?
? How many more days does the work take? | In how many further days is the {work} finished? | For how many days do they work after that? | How many days are needed for the rest?

= stitches a minute; minutes; stitches needed; stitches a minute later; stitches done; stitches missing; minutes still needed
@cloth flag, tapestry, wedding dress, quilt, sail, royal coat, curtain
# r 10-40; d 4-12; g 200-600; e 5-30
- {P} sews a {cloth}. It takes {g} stitches, and for {d} minutes {P.he} does {r} stitches a minute. | A {cloth} takes {g} stitches. At the beginning {P} does {r} of them a minute, for {d} minutes.
+ For the rest {P.he} takes a finer thread and does {e} stitches a minute. | Then the cloth gets thicker: only {e} stitches a minute are done from now on.
? How many stitches are still to do? | How many stitches are missing then? | How many stitches does the {cloth} still need? | How many stitches must {P} still do?
? How many minutes does the rest take? | In how many minutes can {P} finish the rest? | How many more minutes are needed? | For how many minutes must {P} go on?

= {sig} a day; days; {sig} needed; {sig} a day later; {sig} so far; {sig} missing; days still needed
@sig signatures, votes, members, tickets, readers, backers, likes
@aim a new library, the swimming pool, a skate park, the film festival, the old theatre, a youth radio
- For {aim}, {P} must win {g} {sig}. {P.he} gets {r} {sig} a day in the first {d} days. | {g} {sig} are needed for {aim}. In the first {d} days {P} collects {r} a day. | {P} collects {sig} for {aim}: {r} a day for {d} days. The goal is {g}.
+ Later {P.he} gets {e} a day. | After that, {e} {sig} come in every day. | With a friend's help {P.he} now gets {e} {sig} a day.
? How many {sig} are still missing? | How many {sig} does {P} still need? | How many {sig} short of the goal is {P}? | How many more {sig} must {P.he} get?
? How many more days does {P} need? | After how many further days is the goal reached? | How many days does it take for the missing {sig}? | For how many more days must {P} collect?

= metres an hour; hours; metres of the tunnel; metres an hour later; metres dug; metres left; hours still needed
@hole tunnel, mine shaft, ditch, well, trench, canal
- A {hole} of {g} metres is dug. In {d} hours a machine digs {r} metres an hour. | A machine digs a {hole} that will be {g} metres long. It does {r} metres an hour for {d} hours. | {g} metres is the planned length of a {hole}, and for {d} hours a machine digs {r} metres of it an hour.
+ Then the ground gets hard, and it digs {e} metres an hour. | In other ground it then does {e} metres an hour.
? How many metres are left to dig? | How many metres must still be dug? | How many metres of the {hole} are missing? | How long is the part not dug yet, in metres?
? How many more hours does the machine need? | How many hours does the rest take? | In how many hours is the rest dug? | For how many further hours must it dig?

= pages an evening; evenings; pages of the play; pages an evening later; pages learned; pages left; evenings still needed
@text play, comedy, speech, film script, monologue, radio drama
# g 60-240; r 3-15
- {P}, an actor, has to learn a {text} of {g} pages and learns {r} pages an evening for {d} evenings. | To learn a {text} of {g} pages, {P} does {r} pages an evening. {d} evenings have passed. | The {text} that {P} learns has {g} pages. In each of {d} evenings {P.he} learns {r} of them.
+ From now on {P.he} wants to learn {e} an evening. | The date comes near, and {P} changes to {e} pages an evening.
? How many pages has {P.he} still to learn? | How many pages are left? | How many pages does {P} not know yet? | How many pages of the {text} remain?
? How many more evenings does {P} need? | How many evenings are needed for the rest? | In how many evenings can {P.he} learn what is left? | After how many more evenings does {P} know it all?`,
    noise: false,
  }),
  structure({
    id: "nu-rate-back",
    steps: [2, 3],
    numbers: "f 10-60; t 60-260; r 2-10; u 2-9",
    work: "x=t-f; y=x/r; z=y*u",
    worlds: `
= {item} at first; {item} in the end; {item} an hour; cups of tea an hour; {item} made; hours; cups of tea
@item letters, stars of paper, bricks, dumplings, sandbags, badges, wreaths, paper cranes
- At first there were {f} {item}, and in the end there were {t}. The helpers made {r} {item} an hour. | Helpers made {r} {item} an hour until the number rose from {f} to {t}. | The number of {item} grew from {f} to {t} because helpers made {r} an hour.
+ They drank {u} cups of tea an hour. | In each hour {u} cups of tea were drunk.
? For how many hours did they work? | How many hours did that take? | How many hours of work was it? | After how many hours were they done?
? How many cups of tea did they drink? | How many cups of tea were drunk? | How many cups of tea did the helpers drink in all? | What was the number of cups of tea?

= degrees at first; degrees in the end; degrees a minute; bubbles a minute; degrees gained; minutes; bubbles
@what soup, metal, clay oven, lava, glue, wax, syrup, lake of a volcano
- The {what} has {f} degrees and must be heated to {t} degrees. It gets {r} degrees warmer a minute. | To heat the {what} from {f} to {t} degrees, a machine adds {r} degrees a minute. | The {what} warms up by {r} degrees a minute; it starts at {f} degrees and has to reach {t}.
+ In every minute {u} bubbles come up. | {u} bubbles rise per minute.
? How many minutes does that take? | After how many minutes is it hot enough? | How many minutes must one wait? | For how many minutes must it be heated?
? How many bubbles come up in that time? | How many bubbles is that until it is hot enough? | How many bubbles does one see while it heats up? | How many bubbles rise before {t} degrees are reached?

= metres of height at the hut; metres of height at the top; metres an hour; stops an hour; metres climbed; hours; stops
# f 100-400/10; t 500-990/10; r 10-60/10
@who climber, goat, donkey, guide, snail of a fairy tale, giant tortoise, mule
- A {who} starts at a height of {f} metres and climbs {r} metres an hour up to {t} metres. | From {f} metres up to {t} metres a {who} climbs, {r} metres higher each hour. | The top is at {t} metres. A {who} begins the climb at {f} metres and gains {r} metres an hour.
+ There are {u} stops in every hour. | In each hour the {who} stops {u} times.
? How many hours does the climb take? | After how many hours does the {who} arrive? | For how many hours does the {who} climb? | In how many hours is the top reached?
? How many stops are there in all? | How many times does the {who} stop on the way? | How many stops is that up to the top? | What is the number of stops on the climb?

= dollars for the start; dollars in all; dollars an hour; km an hour; dollars for the hours; hours; km
# $f 5-30; $t 40-200; $r 4-10; u 3-25
@vehicle boat, scooter, electric bike, canoe, tandem, horse cart, golf cart
- To rent a {vehicle} costs {$f} plus {$r} an hour. {P} pays {$t}. | {P} pays {$t} for a rented {vehicle}. The fixed fee is {$f}, and each hour costs {$r}. | Whoever rents a {vehicle} pays {$r} an hour and {$f} once. In the end {P} has a bill of {$t}.
+ In each hour {P.he} covers {u} km. | {P} does {u} km an hour with it.
? For how many hours did {P} rent it? | How many hours did {P} have the {vehicle}? | How many hours are on the bill? | How many hours did {P} pay for?
? How many km did {P} cover? | How far did {P} get with the {vehicle}, in km? | How many km was the whole trip? | What distance in km did {P} cover?`,
    noise: false,
  }),
];
