import { type Quantity, type Story, Unsuitable } from "../../story.ts";
import type { Noun } from "../../words.ts";
import type { Scene } from "./scene.ts";
import { participle, past, pluralPresent, singularPresent } from "./verbs.ts";

/** Who has the things: a person, or what acts for the place. */
export interface Actor {
  readonly name: string;
  readonly he: string;
  readonly isPerson: boolean;
  /** A word such as `baker` for the person, used now and then. */
  readonly role?: string;
}

/** One amount that changes in the course of the tale. */
export interface Amount {
  readonly actor: Actor;
  readonly item: Noun;
  now: Quantity;
  /** The last thing that happened took some away. */
  shrank: boolean;
}

/** Points in time in order; a blank list leaves the order of sentences to tell it. */
const calendars: readonly (readonly string[])[] = [
  [],
  [],
  ["on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday"],
  ["in the morning", "at noon", "in the afternoon", "in the evening", "at night"],
  ["", "then", "after that", "later", "next", "at last"],
  ["", "then", "next", "soon", "later that day", "shortly after"],
  ["", "the next day", "two days later", "at the end of the week", "the week after", "a month later"],
  ["in May", "in June", "in July", "in August", "in September", "in October"],
  ["", "before lunch", "after lunch", "an hour later", "before closing time", "late at night"],
];

/** Words of one problem: scene, tense, who acts, and how far the time has come. */
export class Tale {
  readonly isPast: boolean;
  readonly item: Noun;
  readonly box: Noun;
  #calendar: readonly string[];
  #time = 0;
  #lastSubject = "";
  /** Subject of the sentence being made. */
  #pending: { readonly actor: string; readonly subject: string } | undefined;

  constructor(
    readonly story: Story,
    readonly scene: Scene,
  ) {
    this.isPast = story.random.chance(0.5);
    this.item = story.random.pick(scene.items);
    this.box = story.random.pick(scene.boxes);
    this.#calendar = story.random.pick(calendars);
  }

  // ---- who

  /** A person of the scene or the place itself. */
  actor(): Actor {
    return this.scene.areLiving || this.story.random.chance(0.45) ? this.owner() : this.person();
  }

  owner(): Actor {
    return { name: `the ${this.scene.owner}`, he: "it", isPerson: false };
  }

  person(): Actor {
    const { name, he } = this.story.person();
    return { name, he, isPerson: true, ...(this.scene.role === undefined ? {} : { role: this.scene.role }) };
  }

  /** Another kind of thing of the scene, or the wish for another draw. */
  otherItem(item: Noun): Noun {
    const others = this.scene.items.filter((noun) => noun.one !== item.one);
    if (others.length === 0) throw new Unsuitable();
    return this.story.random.pick(others);
  }

  /** Says who the person is, in some problems. */
  introduce(actor: Actor): void {
    if (!actor.isPerson || this.story.random.chance(0.45)) return;
    const { where } = this.scene;
    this.one(
      actor.role !== undefined && `${actor.name} ${this.is} a ${actor.role}.`,
      `${actor.name} ${this.verb("help")} ${where}.`,
      `${actor.name} ${this.is} ${where}.`,
      `${actor.name} ${this.verb("spend")} the [day|week] ${where}.`,
    );
    this.#lastSubject = actor.name;
  }

  /** The subject: the name first, later a pronoun or the role as well. */ subject(actor: Actor): string {
    const subject = this.#subject(actor);
    this.#pending = { actor: actor.name, subject };
    return subject;
  }

  #subject(actor: Actor): string {
    if (this.#lastSubject !== actor.name || this.story.random.chance(0.45)) return actor.name;
    return actor.role !== undefined && this.story.random.chance(0.25) ? `the ${actor.role}` : actor.he;
  }

  /** Another subject was named, so a pronoun would be in doubt. */
  forget(): void {
    this.#lastSubject = "";
    this.#pending = undefined;
  }

  // ---- whose

  /** Two people have things of the same kind, so sentences must say whose they mean. */
  areTwoOwners = false;

  #owner(amount: Amount): string | undefined {
    return this.areTwoOwners && amount.actor.isPerson ? amount.actor.name : undefined;
  }

  /** `buns` or `Mia's buns`. */
  its(amount: Amount): string {
    const owner = this.#owner(amount);
    return owner === undefined ? amount.item.many : `${owner}'s ${amount.item.many}`;
  }

  /** `the buns` or `Mia's buns`. */
  the(amount: Amount): string {
    return this.#owner(amount) === undefined ? `the ${amount.item.many}` : this.its(amount);
  }

  /** Nothing or `of Mia's `, between a number and the things. */
  ofThe(amount: Amount): string {
    const owner = this.#owner(amount);
    return owner === undefined ? "" : `of ${owner}'s `;
  }

  /** Nothing or ` for Mia`. */
  forWhom(amount: Amount): string {
    return this.#with("for", amount);
  }

  /** Nothing or ` to Mia`. */
  toWhom(amount: Amount): string {
    return this.#with("to", amount);
  }

  /** Nothing or ` from Mia`. */
  fromWhom(amount: Amount): string {
    return this.#with("from", amount);
  }

  #with(word: string, amount: Amount): string {
    const owner = this.#owner(amount);
    return owner === undefined ? "" : ` ${word} ${owner}`;
  }

  // ---- when

  /** The sentence to come names days itself. */
  dropCalendar(): void {
    this.#calendar = [];
  }

  /** `on Tuesday `, or nothing. */
  when(): string {
    const phrase = this.#calendar[this.#time] ?? "";
    this.#time++;
    return phrase === "" ? "" : `${phrase} `;
  }

  // ---- verbs

  /** After a singular subject. */
  verb(base: string): string {
    return this.isPast ? past(base, false) : singularPresent(base);
  }

  /** After a plural subject. */
  verbs(base: string): string {
    return this.isPast ? past(base, true) : pluralPresent(base);
  }

  get is(): string {
    return this.isPast ? "was" : "is";
  }

  get are(): string {
    return this.isPast ? "were" : "are";
  }

  get does(): string {
    return this.isPast ? "did" : "does";
  }

  get dos(): string {
    return this.isPast ? "did" : "do";
  }
  get can(): string {
    return this.isPast ? "could" : "can";
  }

  get have(): string {
    return this.isPast ? "had" : "have";
  }

  get has(): string {
    return this.isPast ? "had" : "has";
  }

  /** One of the scene's verbs; asks for another draw where it has none. */
  any(verbs: readonly string[]): string {
    if (verbs.length === 0) throw new Unsuitable();
    return this.story.random.pick(verbs);
  }

  // ---- sentences

  /** Says one of the sentences; those that are `false` do not fit. */ one(
    ...sentences: readonly (string | false)[]
  ): void {
    const sentence = this.#fitting(sentences);
    this.story.say(sentence);
    // A pronoun may follow only where the sentence has named the one it stands for.
    const pending = this.#pending;
    this.#lastSubject = pending !== undefined && sentence.includes(pending.subject) ? pending.actor : "";
    this.#pending = undefined;
  }

  askOne(...questions: readonly (string | false)[]): void {
    this.story.ask(this.#fitting(questions));
  }

  #fitting(options: readonly (string | false)[]): string {
    const usable = options.filter((option) => option !== false);
    if (usable.length === 0) throw new Unsuitable();
    const chosen = this.story.random.pick(usable);
    return this.isPast ? chosen.replace(/\bnow\b/g, "then") : chosen;
  }

  // ---- numbers

  /** A whole number of `low` to `high`; asks for another draw when there is none. */
  number(label: string, low: number, high: number): Quantity {
    this.story.need(high >= low);
    return this.story.num(label, low, high);
  }

  /** A number from 2 to `high` that divides the amount. */
  divisor(label: string, of: Quantity, high = 12, low = 2): Quantity {
    const fits = range(low, high).filter((n) => of.number % n === 0 && of.number > n);
    this.story.need(fits.length > 0);
    return this.story.oneOf(label, fits);
  }
}

export const range = (low: number, high: number): number[] =>
  Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);

/** `buns sold`, `visitors that leave`. */
export const resultLabel = (item: Noun, base: string): string =>
  base.startsWith("be ") ? `${item.many} ${base.slice(3)}` : `${item.many} that ${base}`;

/** What someone did to the things: `buns sold`. */
export const doneLabel = (item: Noun, base: string): string => `${item.many} ${participle(base)}`;
