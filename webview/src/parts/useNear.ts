/** Whether a box is near the screen, and how high it was when it was last drawn. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { scroller } from "./useWindow.ts";

export interface Near {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly near: boolean;
  /** Pixels, null before the first drawing. */
  readonly height: number | null;
}

/** For long texts: what is more than 600 pixels away is not drawn, only its place is kept. */
export function useNear(initially: boolean): Near {
  const box = useRef<HTMLDivElement>(null);
  const height = useRef<number | null>(null);
  const [near, setNear] = useState(initially);
  useLayoutEffect(() => {
    const own = box.current;
    if (own === null) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        if (!entry.isIntersecting) height.current = entry.boundingClientRect.height;
        setNear(entry.isIntersecting);
      },
      { root: scroller(), rootMargin: "600px 0px" },
    );
    watch.observe(own);
    return () => watch.disconnect();
  }, []);
  return { box, near, height: height.current };
}
