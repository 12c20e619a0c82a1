/** When a language server that died is started again by itself. */
export interface RestartPolicy {
  /** Call at each death. `give-up` when there were more than `limit` within `windowMs`. */
  died(): "restart" | "give-up";
  /** Forget earlier deaths, when a person asks for a restart. */
  reset(): void;
}

/**
 * @param limit Deaths within the window that are still followed by a restart.
 * @param windowMs Length of the window in milliseconds.
 * @param now Clock in milliseconds.
 */
export function createRestartPolicy(limit: number, windowMs: number, now: () => number): RestartPolicy {
  let deaths: number[] = [];
  return {
    died() {
      const time = now();
      deaths = [...deaths.filter((death) => time - death < windowMs), time];
      return deaths.length > limit ? "give-up" : "restart";
    },
    reset() {
      deaths = [];
    },
  };
}
