import { parser, RuleType } from 'markdown-to-jsx/react';
import type { MarkdownNode } from './markdown-node';

/** Nobody reads more at one go, and it would hold up the page. */
const mostCharacters = 200_000;
/** For each that opens the parser looks for its end, up to the end of the text. */
const mostBrackets = 3_000;
/** Nobody nests so deep by hand, and what draws it would run out of stack, or the browser would. */
const mostLevels = 600;

/** Null: not to be drawn but shown as it is written. Its author must not be able to hold up or break the page. */
export function parseMarkdown(text: string): MarkdownNode[] | null {
  if (text.length > mostCharacters || text.split('[').length > mostBrackets) return null;
  try {
    const nodes = parser(text, { disableParsingRawHTML: true });
    return isTooDeep(nodes) ? null : nodes;
  } catch {
    // The parser calls itself for every level, and can run out of stack before any can be counted.
    return null;
  }
}

function isTooDeep(nodes: readonly MarkdownNode[]): boolean {
  let level = nodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostLevels) return true;
    level = level.flatMap(inside);
  }
  return false;
}

function inside(node: MarkdownNode): readonly MarkdownNode[] {
  if (node.type === RuleType.table) return [...node.header.flat(), ...node.cells.flat(2)];
  if ('items' in node) return node.items.flat();
  return 'children' in node ? (node.children ?? []) : [];
}
