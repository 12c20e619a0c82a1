/** What screen readers are told: polite, at most once a second, the newest sentence wins. */
import { signal } from "@preact/signals";

export const announcement = signal("");

let pending: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says `sentence` now or within a second; a sentence not yet said is replaced. */
export function announce(sentence: string): void {
  if (sentence === announcement.value && pending === null) return;
  pending = sentence;
  if (timer !== undefined) return;
  const say = (): void => {
    if (pending === null) {
      timer = undefined;
      return;
    }
    announcement.value = pending;
    pending = null;
    timer = setTimeout(say, 1000);
  };
  say();
}
