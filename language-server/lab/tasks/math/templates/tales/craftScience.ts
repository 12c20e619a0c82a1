import { type Quantity, type Template, template } from "../../story.ts";

/** Temperatures, beakers, rain, tanks. */
export const craftScience: readonly Template[] = [
  template(
    "cw-thermometer",
    [1, 2, 3],
    (s, steps) => {
      const place = s.pick(
        "in the valley",
        "on the mountain",
        "in the greenhouse",
        "in the cellar",
        "in a lab",
        "at the airport",
        "in the desert",
        "at the weather station",
      );
      const a = s.num("degrees at first", 8, 30);
      const up = s.num("degrees up", 3, 16);
      const form = s.pick("up", "down", "before");
      if (form === "before") {
        s.say(
          `[After rising by ${up} degrees, it is ${a} degrees ${place}|It is ${a} degrees ${place} now, ${up} degrees warmer than at dawn|The thermometer ${place} has gone up by ${up} since dawn and stands at ${a} degrees].`,
        );
        const b = s.sub("degrees at dawn", a, up);
        if (steps === 1) {
          s.ask(
            "[How many degrees was it before|What did the thermometer show at dawn|What was the temperature before that, in degrees]?",
          );
          return;
        }
        const n = s.num("degrees colder in the night", 2, 6);
        s.say(
          `[At midnight it had been ${n} degrees colder than at dawn|Compared with dawn, midnight was ${n} degrees colder|From midnight until dawn it had become ${n} degrees warmer].`,
        );
        const m = s.sub("degrees at midnight", b, n);
        if (steps === 3) {
          s.sub("difference to midnight", a, m);
          s.ask(
            "[How many degrees warmer is it now than at midnight|By how many degrees does now differ from midnight|How many degrees lie between midnight and now]?",
          );
        } else
          s.ask(
            "[How many degrees was it at midnight|What was the temperature at midnight, in degrees|What did the thermometer show at midnight]?",
          );
        return;
      }
      s.say(
        form === "up"
          ? `[At eight it is ${a} degrees ${place}. By noon it gets ${up} degrees warmer|The thermometer ${place} shows ${a} degrees and then rises by ${up}|From ${a} degrees in the morning, the temperature ${place} climbs by ${up} degrees until noon].`
          : `[At noon it is ${a} degrees ${place}. By the evening it gets ${up} degrees colder|The thermometer ${place} shows ${a} degrees and then falls by ${up}|From ${a} degrees at noon, the temperature ${place} drops by ${up} degrees].`,
      );
      const b = form === "up" ? s.add("degrees after that", a, up) : s.sub("degrees after that", a, up);
      if (steps === 1) {
        s.ask(
          "[How many degrees is it then|What does the thermometer show after that|What is the temperature then, in degrees]?",
        );
        return;
      }
      if (steps === 2) {
        const k = s.num("degrees lost", 2, 6);
        s.say(
          `[Then a storm changes it by another ${k} degrees, downward|A shower cools the air by ${k} degrees more|When the wind turns, ${k} more degrees are lost].`,
        );
        s.sub("degrees in the end", b, k);
        s.ask(
          "[How many degrees is it in the end|What is the temperature after that, in degrees|What does the thermometer show in the end]?",
        );
        return;
      }
      const h = s.num("hours", 2, 4);
      const k = s.num("degrees an hour", 2, 4);
      s.say(
        `[For the next ${h} hours it becomes ${k} degrees colder each hour|Over ${h} hours it then loses ${k} degrees an hour|Then it cools down by ${k} degrees an hour for ${h} hours].`,
      );
      s.sub("degrees in the end", b, s.mul("degrees lost", h, k));
      s.ask(
        "[How many degrees is it in the end|What is the temperature at the end, in degrees|What does the thermometer show in the end]?",
      );
    },
    { noise: false },
  ),
  template("cw-beakers", [1, 2, 3, 4], (s, steps) => {
    const liquid = s.pick(
      "salt water",
      "vinegar",
      "acid",
      "alcohol",
      "oil",
      "sugar water",
      "a blue liquid",
      "ink",
    );
    const form = s.pick("fill", "pour", "mix");
    const size = s.pick(20, 25, 30, 40, 50, 60, 75, 80);
    if (form === "fill") {
      const k = s.oneOf("milliliters of a glass", [size]);
      const all = s.multiple("milliliters", k, 5, 12);
      s.say(
        `[In a lab ${all} milliliters of ${liquid} are poured into test glasses of ${k} milliliters|A bottle holds ${all} milliliters of ${liquid}, and a test glass takes ${k}|Test glasses for ${k} milliliters each are filled from a bottle with ${all} milliliters of ${liquid}].`,
      );
      const n = s.div("glasses", all, k);
      if (steps === 1) {
        s.ask(
          "[How many glasses can be filled|How many full glasses are there|How many test glasses are needed]?",
        );
        return;
      }
      const b = s.num("glasses broken", 2, 4);
      s.say(
        `[${b} full glasses fall down and break|${b} of the full glasses are dropped|A student breaks ${b} of the full glasses].`,
      );
      const l = s.sub("glasses left", n, b);
      if (steps === 2) {
        s.ask("[How many full glasses are left|How many glasses are still full|How many glasses remain]?");
        return;
      }
      const m = s.mul("milliliters left", l, k);
      if (steps === 4) {
        const w = s.num("milliliters needed", 300, 900, 50);
        s.say(
          `[The experiment needs ${w} milliliters|For the test ${w} milliliters are necessary|${w} milliliters are to be boiled later].`,
        );
        s.sub("milliliters missing", w, m);
        s.ask(
          "[How many milliliters are missing|How many milliliters must be bought|How many more milliliters are needed now]?",
        );
      } else
        s.ask(
          "[How many milliliters are still there|How much liquid is left, in milliliters|How many milliliters are in the other glasses]?",
        );
      return;
    }
    if (form === "mix") {
      const w = s.num("milliliters of water", 50, 300, 10);
      const x = s.num(`milliliters of ${liquid}`, 20, 200, 10);
      s.say(
        `[${x} milliliters of ${liquid} are mixed with ${w} milliliters of water|A student stirs ${x} milliliters of ${liquid} into ${w} milliliters of water|To ${w} milliliters of water, ${x} milliliters of ${liquid} are added].`,
      );
      const m = s.add("milliliters of the mixture", w, x);
      if (steps === 1) {
        s.ask(
          "[How many milliliters of the mixture are there|How much is that together, in milliliters|What is the volume of the mixture in milliliters]?",
        );
        return;
      }
      const e = s.num("milliliters lost", 10, 60, 5);
      s.say(
        `[When it is heated, ${e} milliliters turn to steam|${e} milliliters boil away|During heating ${e} milliliters are lost].`,
      );
      const l = s.sub("milliliters left", m, e);
      if (steps === 2) {
        s.ask(
          "[How many milliliters remain|How much is left, in milliliters|How many milliliters are in the pot after that]?",
        );
        return;
      }
      const g = s.num("groups", 2, 6);
      s.say(
        `[The rest is divided equally among ${g} groups|${g} groups share what remains equally|Each of ${g} groups gets the same part of the rest].`,
      );
      const each = s.div("milliliters for a group", l, g);
      if (steps === 4) {
        const u = s.num("milliliters used", 5, 30, 5);
        s.say(
          `[One of the groups uses ${u} milliliters at once|The first group spills ${u} milliliters|From its part one group takes ${u} milliliters].`,
        );
        s.sub("milliliters of that group", each, u);
        s.ask(
          "[How many milliliters does this group have left|How much remains for that group, in milliliters|What does that group still have, in milliliters]?",
        );
      } else
        s.ask(
          "[How many milliliters does each group get|How many milliliters is that for one group|What is the part of one group, in milliliters]?",
        );
      return;
    }
    const k = s.oneOf("milliliters of a glass", [size]);
    const n = s.num("glasses", 3, 12);
    s.say(
      `[${n} glasses of ${k} milliliters of ${liquid} are emptied into a jug|Into a jug go ${n} glasses of ${liquid}, each with ${k} milliliters|A jug is filled with ${n} glasses of ${liquid}. A glass holds ${k} milliliters].`,
    );
    const m = s.mul("milliliters in the jug", n, k);
    if (steps === 1) {
      s.ask(
        "[How many milliliters are in the jug|How much is in the jug, in milliliters|How many milliliters did the jug receive]?",
      );
      return;
    }
    const full = s.oneOf("milliliters of the jug", [500, 600, 750, 800, 900, 1000]);
    s.say(
      `[The jug can hold ${full} milliliters|There is room for ${full} milliliters in the jug|Full to the top, the jug has ${full} milliliters].`,
    );
    const f = s.sub("milliliters free", full, m);
    if (steps === 2) {
      s.ask(
        "[How many milliliters still fit in|How many more milliliters can the jug take|How many milliliters are missing to fill it]?",
      );
      return;
    }
    const v = s.oneOf("milliliters of a cup", [10, 20, 25, 50]);
    s.say(
      `[It is filled up with water from a cup of ${v} milliliters|The space left is filled with cups of ${v} milliliters of water|Cups of water, ${v} milliliters each, are poured in until it is full].`,
    );
    const c = s.div("cups", f, v);
    if (steps === 4) {
      const t = s.num("seconds for a cup", 3, 9);
      s.say(`[Each cup takes ${t} seconds|To pour in one cup takes ${t} seconds|A cup needs ${t} seconds].`);
      s.mul("seconds", c, t);
      s.ask(
        "[How many seconds does it take to fill it up|For how many seconds must one pour water|How long does the pouring of water take, in seconds]?",
      );
    } else
      s.ask("[How many cups are poured in|How many cups of water does it take|What number of cups fits in]?");
  }),
  template("cw-rain-gauge", [1, 2, 3], (s, steps) => {
    const town = s.pick(
      "a village",
      "an island",
      "a port",
      "a mountain hut",
      "a farm",
      "a desert town",
      "the capital",
    );
    const [x, y] = s.pick(
      ["April", "May"],
      ["June", "July"],
      ["the first week", "the second week"],
      ["spring", "summer"],
      ["September", "October"],
    );
    const a = s.num(`millimeters in ${x}`, 20, 160);
    const form = s.pick("half", "sum", "less");
    let b: Quantity;
    if (form === "half") {
      s.need(a.number % 2 === 0);
      s.say(
        `[In ${x} ${a} millimeters of rain fell on ${town}, in ${y} half as much|The rain gauge of ${town} showed ${a} millimeters for ${x} and half of this for ${y}|${y} brought half as much rain to ${town} as ${x}, when it was ${a} millimeters].`,
      );
      b = s.div(`millimeters in ${y}`, a, 2);
    } else {
      const d = s.num("difference in millimeters", 5, 16);
      const word = form === "sum" ? "more" : "less";
      s.say(
        `[In ${x} ${a} millimeters of rain fell on ${town}, in ${y} ${d} millimeters ${word}|The rain gauge of ${town} showed ${a} millimeters for ${x} and ${d} ${word} for ${y}|${y} brought ${d} millimeters of rain ${word} to ${town} than ${x}, when it was ${a}].`,
      );
      b = form === "sum" ? s.add(`millimeters in ${y}`, a, d) : s.sub(`millimeters in ${y}`, a, d);
    }
    if (steps === 1) {
      s.ask(
        `[How much rain fell in ${y}, in millimeters|How many millimeters was it in ${y}|What did ${y} bring, in millimeters]?`,
      );
      return;
    }
    const sum = s.add("millimeters together", a, b);
    if (steps === 3) {
      const u = s.num("usual millimeters", 100, 500, 10);
      s.say(
        `[In other years these two bring ${u} millimeters together|Usually ${u} millimeters fall in this time|The long-term sum for both is ${u} millimeters].`,
      );
      s.need(u.number > sum.number);
      s.sub("millimeters missing", u, sum);
      s.ask(
        "[How many millimeters less than usual is that|By how many millimeters was it too dry|How many millimeters are missing]?",
      );
    } else
      s.ask(
        "[How many millimeters is that for both|How much rain fell altogether, in millimeters|What is the sum in millimeters]?",
      );
  }),
  template("cw-water-tank", [1, 2, 3, 4], (s, steps) => {
    const t = s.pick("tank", "pond", "cistern", "aquarium", "pool", "barrel", "rain tank");
    const a = s.num("liters at first", 60, 400, 10);
    const form = s.pick("out", "in", "full");
    if (form === "full") {
      const f = s.num("liters when full", 410, 900, 10);
      s.say(
        `[A ${t} can hold ${f} liters, and there are ${a} in it|There are ${a} liters in a ${t} for ${f} liters|A ${t} that has room for ${f} liters contains only ${a}].`,
      );
      const miss = s.sub("liters missing", f, a);
      if (steps === 1) {
        s.ask("[How many liters are missing|How many liters still fit in|How many more liters can it take]?");
        return;
      }
      const k = s.num("liters a minute", 3, 12);
      s.say(
        `[A pipe brings ${k} liters a minute|${k} liters a minute run in|Every minute ${k} liters are added].`,
      );
      const m = s.div("minutes", miss, k);
      if (steps === 2) {
        s.ask(
          "[How many minutes does it take to fill it|After how many minutes is it full|In how many minutes will it be full]?",
        );
        return;
      }
      const g = s.num("minutes gone by", 5, 30);
      s.say(
        `[${g} minutes have gone by|The water has been running for ${g} minutes|It was turned on ${g} minutes ago].`,
      );
      const l = s.sub("minutes left", m, g);
      if (steps === 4) {
        s.mul("liters still to come", l, k);
        s.ask(
          "[How many liters must still run in|How many liters are now missing|How many liters are still to come]?",
        );
      } else
        s.ask(
          "[How many minutes are left|How much longer must it run, in minutes|How many more minutes does it take]?",
        );
      return;
    }
    if (steps === 1) {
      const d = s.num("liters moved", 20, 55, 5);
      s.say(
        form === "out"
          ? `[${d} of the ${a} liters in a ${t} have leaked out|A ${t} with ${a} liters loses ${d} of them|From a ${t} that had ${a} liters, ${d} are taken].`
          : `[${d} liters are poured into a ${t} with ${a} liters|A ${t} with ${a} liters gets ${d} more|To the ${a} liters in a ${t} the rain adds ${d}].`,
      );
      if (form === "out") s.sub("liters after that", a, d);
      else s.add("liters after that", a, d);
      s.ask(
        "[How many liters are in it now|How many liters does it hold after that|What does it contain then, in liters]?",
      );
      return;
    }
    const k = s.num("liters a minute", 3, 12);
    const n = s.num("minutes", 5, 25);
    s.say(
      form === "out"
        ? `[A ${t} holds ${a} liters and loses ${k} liters a minute|${k} liters a minute run out of a ${t} with ${a} liters in it|Through a hole in a ${t} go ${k} liters every minute. At first it had ${a}].`
        : `[A ${t} holds ${a} liters, and ${k} liters a minute flow in|${k} liters a minute run into a ${t} with ${a} liters in it|From a tap ${k} liters go into a ${t} every minute. At first it had ${a}].`,
    );
    const m = s.mul(`liters in ${n} minutes`, k, n);
    const x = form === "out" ? s.sub("liters after that", a, m) : s.add("liters after that", a, m);
    if (steps === 2) {
      s.ask(
        `[How many liters are in it after ${n} minutes|What does it contain ${n} minutes later, in liters|After ${n} minutes, how many liters are there]?`,
      );
      return;
    }
    const c = s.num("cans", 2, 6);
    s.say(
      `[After ${n} minutes it is emptied into ${c} equal cans|When this has gone on for ${n} minutes, all the water in it is shared out to ${c} cans equally|${n} minutes later ${c} families divide all the water in it evenly].`,
    );
    const e = s.div("liters in each part", x, c);
    if (steps === 4) {
      const u = s.num("liters used", 3, 20);
      s.say(
        `[From one of these parts ${u} liters are used|${u} liters of one part go to the flowers|One part loses ${u} liters].`,
      );
      s.sub("liters left", e, u);
      s.ask(
        "[How many liters are left of that part|How many liters does that part still have|What remains of it, in liters]?",
      );
    } else
      s.ask("[How many liters is each part|How many liters are in one part|How big is one part in liters]?");
  }),
];
