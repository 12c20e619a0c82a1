import { type Quantity, type Template, template } from "../../story.ts";

/** Animals counted, temperatures, growth, beakers, samples, stars, rain. */
export const craftScience: readonly Template[] = [
  template("cw-bird-count", [1, 2, 3, 4], (s, steps) => {
    const [x, y] = s.random.pickSome(["gulls", "herons", "swans", "ducks", "storks", "cranes", "terns", "pelicans", "cormorants", "lapwings"], 2) as [string, string];
    const place = s.pick("lake", "island", "marsh", "river bank", "bay", "reservoir");
    const a = s.num(`${x}`, 12, 200);
    const form = steps === 4 ? s.pick("sum", "half") : s.pick("part", "sum", "half");
    if (form === "part") {
      const all = s.num(`birds`, 205, 400);
      s.say(`[Biologists counted ${all} birds at a ${place}: ${a} ${x}, and the others were ${y}|At a ${place} there are ${all} birds. ${a} of them are ${x} and the rest ${y}|Only ${x} and ${y} live at a ${place}, ${all} birds in all, and ${a} of these are ${x}].`);
      const b = s.sub(`${y}`, all, a);
      if (steps === 1) {
        s.ask(`[How many ${y} are there|How many of the birds are ${y}|What is the number of ${y}]?`);
        return;
      }
      if (steps === 2 && s.random.chance(0.5)) {
        const more = b.number > a.number;
        if (more) s.sub("difference", b, a);
        else s.sub("difference", a, b);
        const [u, v] = more ? [y, x] : [x, y];
        s.ask(`[How many more ${u} than ${v} are there|By how many do the ${u} outnumber the ${v}|How many fewer ${v} than ${u} did they see]?`);
        return;
      }
      const c = s.num(`new ${y}`, 10, 60);
      s.say(`[Then ${c} more ${y} come flying in|${c} young ${y} hatch in spring|Later ${c} further ${y} arrive].`);
      const e = s.add(`${y} after that`, b, c);
      if (steps === 2) s.ask(`[How many ${y} are there after that|How many ${y} is that then|What is the number of ${y} now]?`);
      else {
        s.add("birds in the end", e, a);
        s.ask("[How many birds of both kinds are there now|How many birds is that in the end|What is the total number of birds then]?");
      }
      return;
    }
    if (form === "sum") {
      const d = s.num("difference", 5, 50);
      s.say(`[Biologists counted ${a} ${x} at a ${place} and ${d} more ${y} than ${x}|At a ${place} there are ${a} ${x}; of ${y} there are ${d} more|There are ${d} ${x} fewer than ${y} at a ${place}, namely ${a}].`);
      const b = s.add(`${y}`, a, d);
      if (steps === 1) s.ask(`[How many ${y} are there|How many ${y} did they count|What is the number of ${y}]?`);
      else {
        const sum = s.add("birds", a, b);
        if (steps === 2) s.ask(`[How many ${x} and ${y} are there together|How many birds is that in all|What is the total number of these birds]?`);
        else {
          const g = s.num("birds that left", 10, 90);
          s.say(`[In autumn ${g} of all these birds fly south|${g} of the birds leave when it gets cold|When a boat passes, ${g} birds fly away].`);
          const l = s.sub("birds left", sum, g);
          if (steps === 4) {
            const n = s.num("birds back", 5, 60);
            s.say(`[After that ${n} come back|Then ${n} return|Later on ${n} others arrive].`);
            s.add("birds in the end", l, n);
          }
          s.ask("[How many birds are there in the end|How many birds can be seen then|How many birds does that leave at the place]?");
        }
      }
      return;
    }
      s.need(a.number % 2 === 0);
      s.say(`[There are ${a} ${x} at a ${place} and half as many ${y}|At a ${place} half as many ${y} as ${x} were counted; ${x} were seen ${a} times|${a} ${x} live at a ${place}. The number of ${y} is half of that].`);
      const b = s.div(`${y}`, a, 2);
      if (steps === 1) {
        s.ask(`[How many ${y} are there|How many ${y} live at the ${place}|What is the number of ${y}]?`);
        return;
      }
      const sum = s.add("birds", a, b);
      if (steps === 2) {
        s.ask(`[How many birds of these two kinds are there|How many ${x} and ${y} is that altogether|What do both numbers come to]?`);
        return;
      }
      const r = s.num("ringed birds", 5, 40);
      s.say(`[${r} of all these birds have a ring|${r} of the birds have been given a ring|Rings are worn by ${r} of these birds].`);
      const w = s.sub("birds without a ring", sum, r);
      if (steps === 4) {
        const d = s.num("days", 2, 6);
        s.say(`[The others get theirs in ${d} days, equally many each day|In ${d} days all the others will get one, the same number every day|The work for the others is spread evenly over ${d} days].`);
        s.div("birds a day", w, d);
        s.ask("[How many birds get a ring each day|How many birds is that a day|How many rings are put on in one day]?");
      } else s.ask("[How many birds have no ring|How many of the birds are still without a ring|How many rings are missing]?");
  }),
  template("cw-thermometer", [1, 2, 3], (s, steps) => {
    const place = s.pick("in the valley", "on the mountain", "in the greenhouse", "in the cellar", "in a lab", "at the airport", "in the desert", "at the weather station");
    const a = s.num("degrees at first", 8, 30);
    const up = s.num("degrees up", 3, 16);
    const form = s.pick("up", "down", "before");
    if (form === "before") {
      s.say(`[After rising by ${up} degrees, it is ${a} degrees ${place}|It is ${a} degrees ${place} now, ${up} degrees warmer than at dawn|The thermometer ${place} has gone up by ${up} since dawn and stands at ${a} degrees].`);
      const b = s.sub("degrees at dawn", a, up);
      if (steps === 1) {
        s.ask("[How many degrees was it before|What did the thermometer show at dawn|What was the temperature before that, in degrees]?");
        return;
      }
      const n = s.num("degrees colder in the night", 2, 6);
      s.say(`[At midnight it had been ${n} degrees colder than at dawn|Compared with dawn, midnight was ${n} degrees colder|From midnight until dawn it had become ${n} degrees warmer].`);
      const m = s.sub("degrees at midnight", b, n);
      if (steps === 3) {
        s.sub("difference to midnight", a, m);
        s.ask("[How many degrees warmer is it now than at midnight|By how many degrees does now differ from midnight|How many degrees lie between midnight and now]?");
      } else s.ask("[How many degrees was it at midnight|What was the temperature at midnight, in degrees|What did the thermometer show at midnight]?");
      return;
    }
    s.say(form === "up" ? `[At eight it is ${a} degrees ${place}. By noon it gets ${up} degrees warmer|The thermometer ${place} shows ${a} degrees and then rises by ${up}|From ${a} degrees in the morning, the temperature ${place} climbs by ${up} degrees until noon].` : `[At noon it is ${a} degrees ${place}. By the evening it gets ${up} degrees colder|The thermometer ${place} shows ${a} degrees and then falls by ${up}|From ${a} degrees at noon, the temperature ${place} drops by ${up} degrees].`);
    const b = form === "up" ? s.add("degrees after that", a, up) : s.sub("degrees after that", a, up);
    if (steps === 1) {
      s.ask("[How many degrees is it then|What does the thermometer show after that|What is the temperature then, in degrees]?");
      return;
    }
    if (steps === 2) {
      const k = s.num("degrees lost", 2, 6);
      s.say(`[Then a storm changes it by another ${k} degrees, downward|A shower cools the air by ${k} degrees more|When the wind turns, ${k} more degrees are lost].`);
      s.sub("degrees in the end", b, k);
      s.ask("[How many degrees is it in the end|What is the temperature after that, in degrees|What does the thermometer show in the end]?");
      return;
    }
    const h = s.num("hours", 2, 4);
    const k = s.num("degrees an hour", 2, 4);
    s.say(`[For the next ${h} hours it becomes ${k} degrees colder each hour|Over ${h} hours it then loses ${k} degrees an hour|Then it cools down by ${k} degrees an hour for ${h} hours].`);
    s.sub("degrees in the end", b, s.mul("degrees lost", h, k));
    s.ask("[How many degrees is it in the end|What is the temperature at the end, in degrees|What does the thermometer show in the end]?");
  }, { noise: false }),
  template("cw-plant-growth", [1, 2, 3, 4], (s, steps) => {
    const p = s.pick("bean plant", "sunflower", "bamboo", "tomato plant", "vine", "corn stalk", "hop plant", "young poplar");
    const k = s.num("centimeters a week", 3, 16);
    if (steps === 1) {
      const more = s.multiple("centimeters gained", k, 3, 15);
      s.say(`[A ${p} grows ${k} centimeters a week and has gained ${more} centimeters|Since a ${p} was planted it has gained ${more} centimeters, ${k} in each week|${more} centimeters have been added to a ${p}, which gains ${k} a week].`);
      s.div("weeks", more, k);
      s.ask("[How many weeks did that take|For how many weeks has it been growing|How many weeks is that]?");
      return;
    }
    const a = s.num("centimeters at first", 5, 60);
    const n = s.num("weeks", 3, 12);
    s.say(`[A ${p} is ${a} centimeters tall and grows ${k} centimeters a week|Each week a ${p} grows ${k} centimeters. At the start it has ${a} centimeters|With ${k} centimeters a week, a ${p} of ${a} centimeters keeps growing].`);
    const g = s.mul(`centimeters in ${n} weeks`, k, n);
    const h = s.add("height in centimeters", a, g);
    if (steps === 2) {
      s.ask(`[How tall is it after ${n} weeks, in centimeters|How many centimeters does it have ${n} weeks later|After ${n} weeks, what is its height in centimeters]?`);
      return;
    }
    const q = s.num("centimeters of the other plant", 20, 200);
    s.say(`[Next to it stands another with ${q} centimeters, which does not grow anymore|Its neighbor stays at ${q} centimeters|The stick beside it is ${q} centimeters long].`);
    if (steps === 3) {
      s.sub("difference", h, q);
      s.ask(`[By how many centimeters is it above that after ${n} weeks|How many centimeters taller is it after ${n} weeks|After ${n} weeks, how many centimeters higher does it reach]?`);
    } else {
      const c = s.num("centimeters cut off", 5, 30);
      s.sub("difference in the end", s.sub("height after the cut", h, c), q);
      s.ask(`[After ${n} weeks ${c} centimeters are cut off. By how many centimeters is it still taller|If one then cuts off ${c} centimeters after ${n} weeks, how many centimeters is it above that|When ${n} weeks are over, ${c} centimeters are cut off. How many centimeters higher is it still]?`);
    }
  }, { noise: false }),
  template("cw-beakers", [1, 2, 3, 4], (s, steps) => {
    const liquid = s.pick("salt water", "vinegar", "acid", "alcohol", "oil", "sugar water", "a blue liquid", "ink");
    const form = s.pick("fill", "pour", "mix");
    const size = s.pick(20, 25, 30, 40, 50, 60, 75, 80);
    if (form === "fill") {
      const k = s.oneOf("milliliters of a glass", [size]);
      const all = s.multiple("milliliters", k, 5, 12);
      s.say(`[In a lab ${all} milliliters of ${liquid} are poured into test glasses of ${k} milliliters|A bottle holds ${all} milliliters of ${liquid}, and a test glass takes ${k}|Test glasses for ${k} milliliters each are filled from a bottle with ${all} milliliters of ${liquid}].`);
      const n = s.div("glasses", all, k);
      if (steps === 1) {
        s.ask("[How many glasses can be filled|How many full glasses are there|How many test glasses are needed]?");
        return;
      }
      const b = s.num("glasses broken", 2, 4);
      s.say(`[${b} full glasses fall down and break|${b} of the full glasses are dropped|A student breaks ${b} of the full glasses].`);
      const l = s.sub("glasses left", n, b);
      if (steps === 2) {
        s.ask("[How many full glasses are left|How many glasses are still full|How many glasses remain]?");
        return;
      }
      const m = s.mul("milliliters left", l, k);
      if (steps === 4) {
        const w = s.num("milliliters needed", 300, 900, 50);
        s.say(`[The experiment needs ${w} milliliters|For the test ${w} milliliters are necessary|${w} milliliters are to be boiled later].`);
        s.sub("milliliters missing", w, m);
        s.ask("[How many milliliters are missing|How many milliliters must be bought|How many more milliliters are needed now]?");
      } else s.ask("[How many milliliters are still there|How much liquid is left, in milliliters|How many milliliters are in the other glasses]?");
      return;
    }
    if (form === "mix") {
      const w = s.num("milliliters of water", 50, 300, 10);
      const x = s.num(`milliliters of ${liquid}`, 20, 200, 10);
      s.say(`[${x} milliliters of ${liquid} are mixed with ${w} milliliters of water|A student stirs ${x} milliliters of ${liquid} into ${w} milliliters of water|To ${w} milliliters of water, ${x} milliliters of ${liquid} are added].`);
      const m = s.add("milliliters of the mixture", w, x);
      if (steps === 1) {
        s.ask("[How many milliliters of the mixture are there|How much is that together, in milliliters|What is the volume of the mixture in milliliters]?");
        return;
      }
      const e = s.num("milliliters lost", 10, 60, 5);
      s.say(`[When it is heated, ${e} milliliters turn to steam|${e} milliliters boil away|During heating ${e} milliliters are lost].`);
      const l = s.sub("milliliters left", m, e);
      if (steps === 2) {
        s.ask("[How many milliliters remain|How much is left, in milliliters|How many milliliters are in the pot after that]?");
        return;
      }
      const g = s.num("groups", 2, 6);
      s.say(`[The rest is divided equally among ${g} groups|${g} groups share what remains equally|Each of ${g} groups gets the same part of the rest].`);
      const each = s.div("milliliters for a group", l, g);
      if (steps === 4) {
        const u = s.num("milliliters used", 5, 30, 5);
        s.say(`[One of the groups uses ${u} milliliters at once|The first group spills ${u} milliliters|From its part one group takes ${u} milliliters].`);
        s.sub("milliliters of that group", each, u);
        s.ask("[How many milliliters does this group have left|How much remains for that group, in milliliters|What does that group still have, in milliliters]?");
      } else s.ask("[How many milliliters does each group get|How many milliliters is that for one group|What is the part of one group, in milliliters]?");
      return;
    }
    const k = s.oneOf("milliliters of a glass", [size]);
    const n = s.num("glasses", 3, 12);
    s.say(`[${n} glasses of ${k} milliliters of ${liquid} are emptied into a jug|Into a jug go ${n} glasses of ${liquid}, each with ${k} milliliters|A jug is filled with ${n} glasses of ${liquid}. A glass holds ${k} milliliters].`);
    const m = s.mul("milliliters in the jug", n, k);
    if (steps === 1) {
      s.ask("[How many milliliters are in the jug|How much is in the jug, in milliliters|How many milliliters did the jug receive]?");
      return;
    }
    const full = s.oneOf("milliliters of the jug", [500, 600, 750, 800, 900, 1000]);
    s.say(`[The jug can hold ${full} milliliters|There is room for ${full} milliliters in the jug|Full to the top, the jug has ${full} milliliters].`);
    const f = s.sub("milliliters free", full, m);
    if (steps === 2) {
      s.ask("[How many milliliters still fit in|How many more milliliters can the jug take|How many milliliters are missing to fill it]?");
      return;
    }
    const v = s.oneOf("milliliters of a cup", [10, 20, 25, 50]);
    s.say(`[It is filled up with water from a cup of ${v} milliliters|The space left is filled with cups of ${v} milliliters of water|Cups of water, ${v} milliliters each, are poured in until it is full].`);
    const c = s.div("cups", f, v);
    if (steps === 4) {
      const t = s.num("seconds for a cup", 3, 9);
      s.say(`[Each cup takes ${t} seconds|To pour in one cup takes ${t} seconds|A cup needs ${t} seconds].`);
      s.mul("seconds", c, t);
      s.ask("[How many seconds does it take to fill it up|For how many seconds must one pour water|How long does the pouring of water take, in seconds]?");
    } else s.ask("[How many cups are poured in|How many cups of water does it take|What number of cups fits in]?");
  }),
  template("cw-rain-gauge", [1, 2, 3], (s, steps) => {
    const town = s.pick("a village", "an island", "a port", "a mountain hut", "a farm", "a desert town", "the capital");
    const [x, y] = s.pick(["April", "May"], ["June", "July"], ["the first week", "the second week"], ["spring", "summer"], ["September", "October"]);
    const a = s.num(`millimeters in ${x}`, 20, 160);
    const form = s.pick("half", "sum", "less");
    let b: Quantity;
    if (form === "half") {
      s.need(a.number % 2 === 0);
      s.say(`[In ${x} ${a} millimeters of rain fell on ${town}, in ${y} half as much|The rain gauge of ${town} showed ${a} millimeters for ${x} and half of this for ${y}|${y} brought half as much rain to ${town} as ${x}, when it was ${a} millimeters].`);
      b = s.div(`millimeters in ${y}`, a, 2);
    } else {
      const d = s.num("difference in millimeters", 5, 16);
      const word = form === "sum" ? "more" : "less";
      s.say(`[In ${x} ${a} millimeters of rain fell on ${town}, in ${y} ${d} millimeters ${word}|The rain gauge of ${town} showed ${a} millimeters for ${x} and ${d} ${word} for ${y}|${y} brought ${d} millimeters of rain ${word} to ${town} than ${x}, when it was ${a}].`);
      b = form === "sum" ? s.add(`millimeters in ${y}`, a, d) : s.sub(`millimeters in ${y}`, a, d);
    }
      if (steps === 1) {
        s.ask(`[How much rain fell in ${y}, in millimeters|How many millimeters was it in ${y}|What did ${y} bring, in millimeters]?`);
        return;
      }
      const sum = s.add("millimeters together", a, b);
      if (steps === 3) {
        const u = s.num("usual millimeters", 100, 500, 10);
        s.say(`[In other years these two bring ${u} millimeters together|Usually ${u} millimeters fall in this time|The long-term sum for both is ${u} millimeters].`);
        s.need(u.number > sum.number);
        s.sub("millimeters missing", u, sum);
        s.ask("[How many millimeters less than usual is that|By how many millimeters was it too dry|How many millimeters are missing]?");
      } else s.ask("[How many millimeters is that for both|How much rain fell altogether, in millimeters|What is the sum in millimeters]?");
  }),
  template("cw-star-photos", [1, 2, 3], (s, steps) => {
    const o = s.pick("stars", "galaxies", "comets", "craters", "asteroids", "sun spots", "meteors");
    const form = s.pick("known", "nights", "split");
    if (form === "split") {
      const n = s.num("students", 4, 20);
      const all = s.multiple(`${o}`, n, 4, 25);
      s.say(`[${all} ${o} are to be checked by ${n} students, the same number by each|An observatory shares a list of ${all} ${o} equally among ${n} students|${n} students divide ${all} ${o} evenly among themselves, to check them].`);
      const e = s.div(`${o} for a student`, all, n);
      if (steps === 1) {
        s.ask(`[How many ${o} does each of them check|How many ${o} is that for each student|What is the share of one student]?`);
        return;
      }
      const t = s.num("minutes for each", 2, 12);
      s.say(`[It takes ${t} minutes to check one|Each takes ${t} minutes|For one, ${t} minutes are needed].`);
      const m = s.mul("minutes", e, t);
      if (steps === 3) {
        const d = s.num("minutes worked", 5, 60, 5);
        s.say(`[One student has already worked for ${d} minutes|After ${d} minutes a student takes a rest|A student began ${d} minutes ago].`);
        s.sub("minutes left", m, d);
        s.ask("[For how many more minutes must this student work|How many minutes of work are left for this student|How much longer does it take this student, in minutes]?");
      } else s.ask("[How many minutes does each student work|How long does each of them need, in minutes|How many minutes is that for one student]?");
      return;
    }
    const k = s.num(`${o} in a photo`, 5, 30);
    const n = s.num("photos", 4, 20);
    s.say(`[A telescope took ${n} photos, and on each one can see ${k} ${o}|${k} ${o} can be seen on each of the ${n} photos of a telescope|On every photo of a telescope there are ${k} ${o}; ${n} photos were taken].`);
    const all = s.mul(`${o}`, n, k);
    if (steps === 1) {
      s.ask(`[How many ${o} do the photos show|How many ${o} is that in all|What is the number of ${o} on all the photos]?`);
      return;
    }
    if (form === "known") {
      const d = s.num(`known ${o}`, 10, 90);
      s.say(`[${d} of them were known before|Only ${d} of these are in the catalog|The catalog has ${d} of these].`);
      const w = s.sub(`new ${o}`, all, d);
      if (steps === 3) {
        const p = s.num("mistakes", 2, 9);
        s.say(`[${p} of the new ones turn out to be dust|${p} of those that seemed new were mistakes|A check shows that ${p} of the new ones are not real].`);
        s.sub(`real new ${o}`, w, p);
        s.ask(`[How many new ${o} remain|How many ${o} are really new|How many of the new ones are real]?`);
      } else s.ask(`[How many ${o} are new|How many ${o} were not known|How many have been discovered]?`);
      return;
    }
    const q = s.num(`${o} of the next night`, 20, 200);
    s.say(`[The next night brings ${q} more|In the night after that ${q} others are found|${q} others are found in the next night].`);
    const sum = s.add(`${o} in all`, all, q);
    if (steps === 3) {
      const goal = s.num("goal", 200, 900, 50);
      s.say(`[The plan is to find ${goal}|The catalog shall have ${goal} of them|They want ${goal}].`);
      s.sub(`${o} missing`, goal, sum);
      s.ask(`[How many are still missing|How many ${o} must still be found|How many more ${o} do they want]?`);
    } else s.ask(`[How many ${o} are found in both nights|How many ${o} is that after the next night|What is the sum of the two nights]?`);
  }),
  template("cw-ant-colony", [1, 2, 3], (s, steps) => {
    const an = s.pick("ants", "snails", "tadpoles", "caterpillars", "beetles", "fruit flies", "fireflies", "shrimps", "mice");
    const b = s.num("boxes", 3, 12);
    const k = s.num(`${an} in a box`, 6, 30);
    const form = s.pick("more", "fewer", "move");
    s.say(`[A biology room has ${b} glass boxes with ${k} ${an} in each|${k} ${an} live in each of ${b} glass boxes at a school|At the start of a study, ${b} boxes hold ${k} ${an} apiece].`);
    const n = s.mul(`${an}`, b, k);
    if (steps === 1) {
      s.ask(`[How many ${an} are there|How many ${an} is that in all the boxes|What is the number of ${an}]?`);
      return;
    }
    if (form === "move") {
      const c = s.num("boxes at the end", 2, 9);
      s.say(`[Later all of them are moved into ${c} new boxes, equally many to each|They are then spread evenly over ${c} larger boxes|All are put into ${c} other boxes, with equal numbers].`);
      const e = s.div(`${an} in a new box`, n, c);
      if (steps === 3) {
        s.need(e.number > k.number);
        s.sub("difference", e, k);
        s.ask(`[How many more ${an} are in a new box than in an old one|By how many ${an} is a new box fuller|How many fewer ${an} were in an old box]?`);
      } else s.ask(`[How many ${an} are in each of these|How many ${an} does one of these hold|How many ${an} is that per new box]?`);
      return;
    }
    const d = s.num(form === "more" ? `young ${an}` : `${an} set free`, 10, 80);
    s.say(form === "more" ? `[${d} young ones are born|The number grows by ${d}|${d} are born in spring].` : `[${d} are set free|The number goes down by ${d}|${d} escape at night].`);
    const m = form === "more" ? s.add(`${an} after that`, n, d) : s.sub(`${an} after that`, n, d);
    if (steps === 3) {
      const f = s.num("groups of pupils", 2, 6);
      s.say(`[${f} groups of pupils watch equal numbers of them|To count them, they are divided equally among ${f} groups of pupils|Each of ${f} groups of pupils studies the same number].`);
      s.div(`${an} for a group`, m, f);
      s.ask(`[How many ${an} does each group have|How many ${an} is that for one group|What number of ${an} falls to a group]?`);
    } else s.ask(`[How many ${an} are there now|How many ${an} does the room have after that|What is the number of ${an} then]?`);
  }),
  template("cw-water-tank", [1, 2, 3, 4], (s, steps) => {
    const t = s.pick("tank", "pond", "cistern", "aquarium", "pool", "barrel", "rain tank");
    const a = s.num("liters at first", 60, 400, 10);
    const form = s.pick("out", "in", "full");
    if (form === "full") {
      const f = s.num("liters when full", 410, 900, 10);
      s.say(`[A ${t} can hold ${f} liters, and there are ${a} in it|There are ${a} liters in a ${t} for ${f} liters|A ${t} that has room for ${f} liters contains only ${a}].`);
      const miss = s.sub("liters missing", f, a);
      if (steps === 1) {
        s.ask("[How many liters are missing|How many liters still fit in|How many more liters can it take]?");
        return;
      }
      const k = s.num("liters a minute", 3, 12);
      s.say(`[A pipe brings ${k} liters a minute|${k} liters a minute run in|Every minute ${k} liters are added].`);
      const m = s.div("minutes", miss, k);
      if (steps === 2) {
        s.ask("[How many minutes does it take to fill it|After how many minutes is it full|In how many minutes will it be full]?");
        return;
      }
      const g = s.num("minutes gone by", 5, 30);
      s.say(`[${g} minutes have gone by|The water has been running for ${g} minutes|It was turned on ${g} minutes ago].`);
      const l = s.sub("minutes left", m, g);
      if (steps === 4) {
        s.mul("liters still to come", l, k);
        s.ask("[How many liters must still run in|How many liters are now missing|How many liters are still to come]?");
      } else s.ask("[How many minutes are left|How much longer must it run, in minutes|How many more minutes does it take]?");
      return;
    }
    if (steps === 1) {
      const d = s.num("liters moved", 20, 55, 5);
      s.say(form === "out" ? `[${d} of the ${a} liters in a ${t} have leaked out|A ${t} with ${a} liters loses ${d} of them|From a ${t} that had ${a} liters, ${d} are taken].` : `[${d} liters are poured into a ${t} with ${a} liters|A ${t} with ${a} liters gets ${d} more|To the ${a} liters in a ${t} the rain adds ${d}].`);
      if (form === "out") s.sub("liters after that", a, d);
      else s.add("liters after that", a, d);
      s.ask("[How many liters are in it now|How many liters does it hold after that|What does it contain then, in liters]?");
      return;
    }
    const k = s.num("liters a minute", 3, 12);
    const n = s.num("minutes", 5, 25);
    s.say(form === "out" ? `[A ${t} holds ${a} liters and loses ${k} liters a minute|${k} liters a minute run out of a ${t} with ${a} liters in it|Through a hole in a ${t} go ${k} liters every minute. At first it had ${a}].` : `[A ${t} holds ${a} liters, and ${k} liters a minute flow in|${k} liters a minute run into a ${t} with ${a} liters in it|From a tap ${k} liters go into a ${t} every minute. At first it had ${a}].`);
    const m = s.mul(`liters in ${n} minutes`, k, n);
    const x = form === "out" ? s.sub("liters after that", a, m) : s.add("liters after that", a, m);
    if (steps === 2) {
      s.ask(`[How many liters are in it after ${n} minutes|What does it contain ${n} minutes later, in liters|After ${n} minutes, how many liters are there]?`);
      return;
    }
    const c = s.num("cans", 2, 6);
    s.say(`[After ${n} minutes it is emptied into ${c} equal cans|When this has gone on for ${n} minutes, all the water in it is shared out to ${c} cans equally|${n} minutes later ${c} families divide all the water in it evenly].`);
    const e = s.div("liters in each part", x, c);
    if (steps === 4) {
      const u = s.num("liters used", 3, 20);
      s.say(`[From one of these parts ${u} liters are used|${u} liters of one part go to the flowers|One part loses ${u} liters].`);
      s.sub("liters left", e, u);
      s.ask("[How many liters are left of that part|How many liters does that part still have|What remains of it, in liters]?");
    } else s.ask("[How many liters is each part|How many liters are in one part|How big is one part in liters]?");
  }),
];
