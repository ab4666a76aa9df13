'use client';

import type { MarkdownToJSX } from 'markdown-to-jsx/react';
import { cn } from '@/app/_ui/cn';
import { MarkdownInline } from './markdown-inline';
import type { MarkdownNode } from './markdown-node';

const cell = 'border-line border-b px-2 py-1 text-left';
const sides = { left: '', center: 'text-center', right: 'text-right' };

/** One that is wider than its place scrolls in it. */
export function MarkdownTable({ node: { header, cells, align } }: { node: MarkdownToJSX.TableNode }) {
  const styleOf = (column: number) => cn(cell, sides[align[column] ?? 'left']);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it
    <section aria-label="Table" tabIndex={0} className="max-w-full overflow-x-auto rounded-md border border-line">
      <table className="w-full border-collapse [overflow-wrap:normal]">
        <thead className="bg-subtle">
          <tr>
            {header.map((nodes, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={column} scope="col" className={cn(styleOf(column), 'font-medium')}>
                <MarkdownInline nodes={nodes} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>td]:border-b-0">
          {cells.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <Row key={line} cells={row} styleOf={styleOf} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { cells: readonly (readonly MarkdownNode[])[]; styleOf: (column: number) => string };

function Row({ cells, styleOf }: RowProps) {
  return (
    <tr>
      {cells.map((nodes, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <td key={column} className={styleOf(column)}>
          <MarkdownInline nodes={nodes} />
        </td>
      ))}
    </tr>
  );
}
