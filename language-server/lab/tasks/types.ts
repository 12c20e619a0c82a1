import type { Role } from "../../core/chat/chatTemplate.ts";

export type Split = "train" | "test";

/** One message of a training dialogue. */
export interface TaskMessage {
  readonly role: Role;
  readonly content: string;
  /** Whether the loss counts this message. Never for what people say, and never for text that is wrong. */
  readonly train: boolean;
  /**
   * The message goes on with the previous one of the same role: the two are joined with nothing between them, so that
   * one turn can hold parts that are trained and parts (such as peers' notes) that are not.
   */
  readonly continues?: boolean;
}

/** One dialogue to train on. */
export interface TaskSample {
  readonly task: string;
  /** Unique for task, split, seed and index. */
  readonly id: string;
  readonly split: Split;
  readonly messages: readonly TaskMessage[];
  /** Answer of the question: a number, or SQL text. */
  readonly gold: string;
  /** What kind of sample it is: template, steps, the way the dialogue went. */
  readonly tags: Readonly<Record<string, string | number>>;
}

export const user = (content: string): TaskMessage => ({ role: "user", content, train: false });

export const system = (content: string): TaskMessage => ({ role: "system", content, train: false });

/** What the model says and should say. */
export const assistant = (content: string): TaskMessage => ({ role: "assistant", content, train: true });

/** What the model is shown to have said, wrong or incomplete: context only. */
export const untrained = (content: string): TaskMessage => ({ role: "assistant", content, train: false });
