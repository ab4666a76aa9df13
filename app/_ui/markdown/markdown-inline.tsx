'use client';

import { type MarkdownToJSX, RuleType } from 'markdown-to-jsx/react';
import type { ReactNode } from 'react';
import type { MarkdownNode } from './markdown-node';
import { plainText } from './plain-text';
import { linkName, webAddress } from './web-address';

export function MarkdownInline({ nodes }: { nodes: readonly MarkdownNode[] }): ReactNode {
  return nodes.map((node, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text has no other names, and is replaced as a whole
    <Inline key={place} node={node} />
  ));
}

function Inline({ node }: { node: MarkdownNode }): ReactNode {
  switch (node.type) {
    case RuleType.text:
      return <Mentions text={node.text} />;
    case RuleType.textFormatted:
      return <Formatted node={node} />;
    case RuleType.codeInline:
      return <code className="rounded-sm bg-selected px-1 py-px font-mono text-[0.92em]">{node.text}</code>;
    case RuleType.breakLine:
      return <br />;
    case RuleType.link:
      return <WebLink target={node.target} nodes={node.children} />;
    case RuleType.image:
      return <PictureLink node={node} />;
    case RuleType.footnoteReference:
      return <sup>{node.text}</sup>;
    default:
      return plainText([node]);
  }
}

const tags = { strong: 'strong', em: 'em', del: 'del', mark: 'mark' } as const;

function Formatted({ node: { tag, children } }: { node: MarkdownToJSX.FormattedTextNode }) {
  const Tag = Object.hasOwn(tags, tag) ? tags[tag as keyof typeof tags] : 'span';
  return (
    <Tag className={Tag === 'strong' ? 'font-semibold' : undefined}>
      <MarkdownInline nodes={children} />
    </Tag>
  );
}

/** Linear writes a person who is mentioned as "@name". */
function Mentions({ text }: { text: string }): ReactNode {
  const pieces = text.split(/((?<![\w@/.])@[a-z][\w.-]*\w)/i);
  if (pieces.length === 1) return text;
  return pieces.map((piece, place) =>
    place % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same person can be mentioned twice
      <span key={place} className="font-medium text-accent-text">
        {piece}
      </span>
    ),
  );
}

type WebLinkProps = { target: string | null; nodes: readonly MarkdownNode[] };

function WebLink({ target, nodes }: WebLinkProps): ReactNode {
  const href = webAddress(target);
  if (href === null) return <MarkdownInline nodes={nodes} />;
  const text = plainText(nodes);
  const isBare = text === target;
  return (
    <Out href={href} title={isBare ? undefined : href}>
      {isBare ? linkName(href) : <MarkdownInline nodes={nodes} />}
    </Out>
  );
}

/** Named, not fetched: a picture would tell its server who reads here, and Linear's own need a sign-in there. */
function PictureLink({ node: { alt, target } }: { node: MarkdownToJSX.ImageNode }): ReactNode {
  const name = alt ? `Image: ${alt}` : 'Image';
  const href = webAddress(target);
  return href === null ? name : <Out href={href}>{name}</Out>;
}

type OutProps = { href: string; title?: string | undefined; children: ReactNode };

function Out({ href, title, children }: OutProps) {
  return (
    <a
      href={href}
      title={title}
      target="_blank"
      rel="noopener noreferrer"
      className="rounded-sm text-accent-text underline underline-offset-2"
    >
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
