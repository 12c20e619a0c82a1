/** One formula by KaTeX, built as nodes. Source stays source when it cannot be read or is too long. */
import katex from "katex";
import { useLayoutEffect, useRef } from "preact/hooks";

/** KaTeX's time grows with the source; longer formulas in model text are runaway output. */
const longestTex = 3000;
/**
 * Commands that reach outside the formula: KaTeX refuses them and drops their arguments, so the source tells more.
 * The last two would set a `style` attribute, which the content security policy refuses.
 */
const refused = /\\(?:href|url|includegraphics|html(?:Class|Id|Style|Data)|fcolorbox|pmb)(?![a-zA-Z])/;

/** Renders `tex`; `source` is what stands there when that fails. */
export function Tex({ tex, source, display = false }: { tex: string; source: string; display?: boolean }) {
  const node = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const target = node.current;
    if (target === null) return;
    const asText = (why: string): void => {
      target.textContent = source;
      target.title = why;
      target.classList.add("tex-source");
    };
    if (tex.length > longestTex) {
      asText("Too long to draw as a formula");
      return;
    }
    if (refused.test(tex)) {
      asText("Not drawn: the formula asks for links, pictures or styles");
      return;
    }
    target.classList.remove("tex-source");
    target.removeAttribute("title");
    try {
      katex.render(tex, target, {
        displayMode: display,
        // KaTeX draws its own error through a style attribute; the source in our error style says more.
        throwOnError: true,
        trust: false,
        strict: "ignore",
        maxSize: 10,
        maxExpand: 300,
      });
    } catch (error) {
      asText(error instanceof Error ? error.message : "Not a formula");
    }
  }, [tex, source, display]);
  return <span ref={node} class={display ? "tex tex-display" : "tex"} />;
}
