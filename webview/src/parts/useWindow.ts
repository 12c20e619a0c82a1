/** Which rows of a long list are on screen, when the whole page scrolls and rows have one height. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Rows drawn beyond the screen on both sides, so that fast scrolling shows rows and not gaps. */
const overscan = 10;

export const scroller = (): HTMLElement | null => document.getElementById("scroller");

/** First and last (exclusive) row to draw of `total`, for a list whose body is `body`. */
export function useWindow(
  body: RefObject<HTMLElement | null>,
  rowHeight: number,
  total: number,
): readonly [first: number, last: number] {
  const [range, setRange] = useState<readonly [number, number]>([0, 30]);
  useLayoutEffect(() => {
    const view = scroller();
    if (view === null) return;
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      if (body.current === null) return;
      const offset = view.getBoundingClientRect().top - body.current.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(offset / rowHeight) - overscan);
      const last = Math.min(total, Math.ceil((offset + view.clientHeight) / rowHeight) + overscan);
      setRange((old) => (old[0] === first && old[1] === last ? old : [first, Math.max(first, last)]));
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    view.addEventListener("scroll", later, { passive: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(view);
    if (view.firstElementChild !== null) sizes.observe(view.firstElementChild);
    return () => {
      view.removeEventListener("scroll", later);
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [body, rowHeight, total]);
  return [Math.min(range[0], total), Math.min(range[1], total)];
}

/** Scrolls so that row `at` is clear of the sticky heads above the list. */
export function revealRow(body: HTMLElement, at: number, rowHeight: number, headHeight: number): void {
  const view = scroller();
  if (view === null) return;
  const top = body.getBoundingClientRect().top - view.getBoundingClientRect().top + at * rowHeight;
  if (top < headHeight) view.scrollTop += top - headHeight;
  else if (top + rowHeight > view.clientHeight) view.scrollTop += top + rowHeight - view.clientHeight;
}

/** Where a key moves the active row; undefined for other keys. */
export function rowAfterKey(key: string, at: number, total: number, pageRows: number): number | undefined {
  const target = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageRows,
    PageUp: at - pageRows,
    Home: 0,
    End: total - 1,
  }[key];
  return target === undefined ? undefined : Math.max(0, Math.min(total - 1, target));
}
