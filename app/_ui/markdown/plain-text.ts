import type { MarkdownNode } from './markdown-node';

/** The words of it, without what they look like. */
export function plainText(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if ('text' in node) return node.text ?? '';
      return 'children' in node ? plainText(node.children ?? []) : '';
    })
    .join('');
}
