'use client';

import { type MarkdownToJSX, RuleType } from 'markdown-to-jsx/react';
import type { ReactNode } from 'react';
import { cn } from '@/app/_ui/cn';
import { CheckMark } from './check-mark';
import { MarkdownInline } from './markdown-inline';
import type { MarkdownNode } from './markdown-node';
import { MarkdownTable } from './markdown-table';

type MarkdownNodesProps = { nodes: readonly MarkdownNode[]; depth: number };

/** Deeper ones lose their indentation, not their text. */
const drawnDepth = 12;

export function MarkdownBlocks({ nodes, depth }: MarkdownNodesProps): ReactNode {
  return nodes.map((node, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text has no other names, and is replaced as a whole
    <Block key={place} node={node} depth={depth} />
  ));
}

function Block({ node, depth }: { node: MarkdownNode; depth: number }): ReactNode {
  switch (node.type) {
    case RuleType.paragraph:
      return (
        <p className="whitespace-pre-line">
          <MarkdownInline nodes={node.children} />
        </p>
      );
    case RuleType.heading:
      return <Heading node={node} />;
    case RuleType.blockQuote: {
      const inside = <MarkdownBlocks nodes={node.children} depth={depth + 1} />;
      if (depth > drawnDepth) return inside;
      return <blockquote className="flex flex-col gap-2 border-line border-l-2 pl-3 text-muted">{inside}</blockquote>;
    }
    case RuleType.orderedList:
    case RuleType.unorderedList:
      return <List node={node} depth={depth} isIndented={depth <= drawnDepth} />;
    case RuleType.codeBlock:
      return <Code>{node.text}</Code>;
    case RuleType.frontmatter:
      return <Code>{node.text}</Code>;
    case RuleType.table:
      return <MarkdownTable node={node} />;
    case RuleType.breakThematic:
      return <hr className="my-1 border-line" />;
    default:
      return <MarkdownInline nodes={[node]} />;
  }
}

/** Below the titles of the page, whatever the author began with. */
function Heading({ node: { level, children } }: { node: MarkdownToJSX.HeadingNode }) {
  const Tag = level === 1 ? 'h3' : 'h4';
  return (
    <Tag className={cn('mt-2 font-semibold text-ink first:mt-0', level === 1 && 'text-base')}>
      <MarkdownInline nodes={children} />
    </Tag>
  );
}

function Code({ children }: { children: string }) {
  return (
    // It scrolls by itself, so the keyboard must be able to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <pre tabIndex={0} className="overflow-x-auto rounded-md border border-line bg-subtle px-3 py-2 font-mono text-xs">
      <code>{children}</code>
    </pre>
  );
}

type ListProps = {
  node: MarkdownToJSX.OrderedListNode | MarkdownToJSX.UnorderedListNode;
  depth: number;
  isIndented: boolean;
};

function List({ node, depth, isIndented }: ListProps) {
  const isOrdered = node.type === RuleType.orderedList;
  const Tag = isOrdered ? 'ol' : 'ul';
  return (
    <Tag
      {...(isOrdered ? { start: node.start } : {})}
      className={cn('flex flex-col gap-1', isOrdered ? 'list-decimal' : 'list-disc', isIndented && 'pl-5')}
    >
      {node.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text has no other names, and is replaced as a whole
        <Item key={place} nodes={item} depth={depth} />
      ))}
    </Tag>
  );
}

function Item({ nodes, depth }: { nodes: readonly MarkdownNode[]; depth: number }) {
  const task = nodes.find((node) => node.type === RuleType.gfmTask);
  const inside = <MarkdownBlocks nodes={nodes.filter((node) => node !== task)} depth={depth + 1} />;
  if (!task) return <li className="whitespace-pre-line marker:text-muted">{inside}</li>;
  return (
    <li className="relative list-none whitespace-pre-line">
      <CheckMark isDone={task.completed} />
      {inside}
    </li>
  );
}
