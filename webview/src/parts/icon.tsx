import type { Tone } from "../labels.ts";

/** A codicon, for the eye only: the text beside it carries the meaning. */
export const Icon = ({ name, tone, spin = false }: { name: string; tone?: Tone; spin?: boolean }) => (
  <span
    class={`codicon codicon-${name}${tone === undefined ? "" : ` tone-${tone}`}${spin ? " spin" : ""}`}
    aria-hidden="true"
  />
);
