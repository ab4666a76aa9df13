'use client';

import { RuleType } from 'markdown-to-jsx/react';
import { useMemo } from 'react';
import { Footnotes } from './footnotes';
import { MarkdownBlocks } from './markdown-blocks';
import { parseMarkdown } from './parse-markdown';

/**
 * Markdown from Linear. It is parsed to a tree of which only what is known here is drawn: there is no way for HTML of
 * its author's, for an address that is not one of the web, or for a picture to be fetched.
 */
export function Markdown({ text }: { text: string }) {
  const nodes = useMemo(() => parseMarkdown(text), [text]);
  if (nodes === null) return <div className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</div>;
  const refs = nodes.find((node) => node.type === RuleType.refCollection)?.refs ?? {};
  return (
    <div dir="auto" className="flex flex-col gap-2 text-ink leading-relaxed [overflow-wrap:anywhere]">
      <MarkdownBlocks nodes={nodes} depth={0} />
      <Footnotes refs={refs} />
    </div>
  );
}
