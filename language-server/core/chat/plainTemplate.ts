/**
 * Dialogue form for base models whose file holds no chat template: plain questions and answers, which is what a model
 * that only ever saw text continues best (multi-attempt.md 10.6).
 */
export const plainTemplate = [
  "{%- for message in messages -%}",
  "{%- if message.role == 'system' -%}{{ message.content }}{{ '\\n\\n' }}",
  "{%- elif message.role == 'user' -%}{{ 'Question: ' + message.content + '\\n' }}",
  "{%- else -%}{{ 'Answer: ' + message.content + '\\n\\n' }}",
  "{%- endif -%}",
  "{%- endfor -%}",
  "{%- if add_generation_prompt -%}{{ 'Answer:' }}{%- endif -%}",
].join("");

/** A base model goes on with a next question by itself; these end its turn. */
export const plainStopTexts: readonly string[] = ["\nQuestion:", "\nProblem:", "\nUser:"];
