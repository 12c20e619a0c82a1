// biome-ignore-all lint/suspicious/noArrayIndexKey: text grows at the end, so positions are identities
// biome-ignore-all lint/a11y/useSemanticElements: headings of model text must not mix with those of the panel
/** Model and question text as nodes: Markdown subset, formulas, thoughts that fold. */
import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";
import { useNear } from "../parts/useNear.ts";
import { type Block, type Inline, parseBlocks, parseInline } from "./markdown.ts";
import { looksLikeTex } from "./preview.ts";
import { segments } from "./segments.ts";
import { Tex } from "./tex.tsx";

const inlineNode = (inline: Inline, key: number) => {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "code":
      return <code key={key}>{inline.text}</code>;
    case "math":
      return <Tex key={key} tex={inline.tex} source={inline.source} />;
    case "strong":
      return <strong key={key}>{inline.children.map(inlineNode)}</strong>;
    case "emphasis":
      return <em key={key}>{inline.children.map(inlineNode)}</em>;
  }
};

const InlineText = ({ source }: { source: string }) => <>{parseInline(source).map(inlineNode)}</>;

const sameBlock = (a: { block: Block }, b: { block: Block }): boolean =>
  JSON.stringify(a.block) === JSON.stringify(b.block);

/** A finished block is not drawn again while the text behind it grows. */
const BlockNode = memo(({ block }: { block: Block }) => {
  switch (block.kind) {
    case "paragraph":
      return (
        <p class={block.continued ? "continued" : undefined}>
          <InlineText source={block.source} />
        </p>
      );
    case "heading":
      return (
        <p class="md-heading" role="heading" aria-level={Math.min(6, block.level + 3)}>
          <InlineText source={block.source} />
        </p>
      );
    case "list": {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <InlineText source={item} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "quote":
      return (
        <blockquote>
          <InlineText source={block.source} />
        </blockquote>
      );
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "math":
      return <Tex display tex={block.tex} source={block.source} />;
    case "table":
      return (
        <table class="md-table">
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={at}>
                  <InlineText source={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>
                    <InlineText source={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case "rule":
      return <hr />;
  }
}, sameBlock);

/** Blocks up to which a text is drawn as a whole. */
const fewBlocks = 30;

/** A block of a long text, drawn when it comes near the screen: thousands of formulas would take seconds. */
function FarBlock({ block, first }: { block: Block; first: boolean }) {
  const { box, near, height } = useNear(first);
  const lines = "source" in block ? block.source.split("\n").length : 4;
  return (
    <div ref={box} style={{ minHeight: near ? "0" : `${height ?? lines * 20}px` }}>
      {near && <BlockNode block={block} />}
    </div>
  );
}

/** Markdown with formulas. */
export function Rich({ text }: { text: string }) {
  const blocks = useMemo(() => parseBlocks(text), [text]);
  return (
    <div class="rich">
      {blocks.map((block, at) =>
        blocks.length <= fewBlocks ? (
          <BlockNode key={at} block={block} />
        ) : (
          <FarBlock key={at} block={block} first={at < 4} />
        ),
      )}
    </div>
  );
}

/** A response: thoughts can be folded away, what was said is not. */
export function Response({ text, raw }: { text: string; raw: boolean }) {
  const parts = useMemo(() => segments(text), [text]);
  return (
    <>
      {parts.map((part, at) => {
        const body = raw ? <pre class="raw">{part.text}</pre> : <Rich text={part.text} />;
        return part.kind === "said" ? (
          <div key={at}>{body}</div>
        ) : (
          <details key={at} class="thought" open>
            <summary>
              <Icon name="lightbulb" /> Thought{part.open ? " (not closed)" : ""}
            </summary>
            {body}
          </details>
        );
      })}
    </>
  );
}

/** A short answer, as a formula where it is one. */
export function Answer({ text }: { text: string | null }) {
  if (text === null || text === "") return <span class="dim">none</span>;
  const bare = text.replace(/^\$+|\$+$/g, "");
  return looksLikeTex(bare) ? <Tex tex={bare} source={text} /> : <span class="answer">{text}</span>;
}
