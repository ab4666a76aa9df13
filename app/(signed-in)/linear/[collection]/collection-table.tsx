'use client';

import { useRef } from 'react';
import { Badge } from '@/app/_ui/badge';
import { cn } from '@/app/_ui/cn';
import { ColorDot } from '@/app/_ui/color-dot';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Table, TableHead, Td, Th, Tr } from '@/app/_ui/table';
import { useListCursor } from '@/app/_ui/use-list-cursor';
import { type BrowsedCollection, collectionWords } from '@/app/(signed-in)/linear/collection-words';
import { type BrowsedObject, type Column, colorOf, columnsOf, titleOf } from './columns';

type CollectionTableProps = {
  collection: BrowsedCollection;
  objects: readonly BrowsedObject[];
  onOpen: (object: BrowsedObject) => void;
};

export function CollectionTable({ collection, objects, onOpen }: CollectionTableProps) {
  const columns = columnsOf(collection);
  const body = useRef<HTMLTableSectionElement>(null);
  const { cursor } = useListCursor({
    count: objects.length,
    onOpen: (index) => {
      const object = objects[index];
      if (object) onOpen(object);
    },
    onMove: (index) => body.current?.rows[index]?.scrollIntoView({ block: 'nearest' }),
  });
  const isDated = objects.some((object) => 'updatedAt' in object);
  return (
    <Table label={collectionWords[collection].title}>
      <TableHead>
        <Th>{titleHeads[collection] ?? 'Name'}</Th>
        {columns.map(({ head, numeric, isMinor }) => (
          <Th key={head} numeric={numeric} className={isMinor ? 'max-md:hidden' : undefined}>
            {head}
          </Th>
        ))}
        {isDated && (
          <Th numeric className="max-md:hidden">
            Updated
          </Th>
        )}
      </TableHead>
      <tbody ref={body}>
        {objects.map((object, index) => (
          <Row
            key={object.id}
            object={object}
            title={titleOf(collection, object)}
            color={colorOf(collection, object)}
            columns={columns}
            isDated={isDated}
            isActive={index === cursor}
            onOpen={() => onOpen(object)}
          />
        ))}
      </tbody>
    </Table>
  );
}

const titleHeads: Partial<Record<BrowsedCollection, string>> = {
  comments: 'Comment',
  documents: 'Title',
  attachments: 'Title',
  'issue-relations': 'Relation',
  notifications: 'What',
};

type RowProps = {
  object: BrowsedObject;
  title: string;
  color: string | null;
  columns: readonly Column<BrowsedObject>[];
  isDated: boolean;
  isActive: boolean;
  onOpen: () => void;
};

function Row({ object, title, color, columns, isDated, isActive, onOpen }: RowProps) {
  const updatedAt = 'updatedAt' in object ? object.updatedAt : null;
  const isArchived = 'archivedAt' in object && object.archivedAt !== null;
  return (
    <Tr className={cn('relative scroll-my-20 pointer-coarse:h-11', isActive && 'bg-selected hover:bg-selected')}>
      <Td className="w-full max-w-0 min-w-44 max-md:min-w-28">
        <span className="flex min-w-0 items-center gap-2">
          {color && <ColorDot color={color} />}
          <button
            type="button"
            dir="auto"
            onClick={onOpen}
            className="min-w-0 truncate text-left text-ink after:absolute after:inset-0"
          >
            {title}
          </button>
          {isArchived && <Badge>Archived</Badge>}
        </span>
      </Td>
      {columns.map(({ head, numeric, isMinor, show }) => (
        <Td
          key={head}
          numeric={numeric}
          className={cn('max-w-80 truncate whitespace-nowrap text-muted max-md:max-w-36', isMinor && 'max-md:hidden')}
        >
          {show(object)}
        </Td>
      ))}
      {isDated && (
        <Td numeric className="max-md:hidden">
          {updatedAt && <RelativeTime at={updatedAt} className="relative text-faint text-xs" />}
        </Td>
      )}
    </Tr>
  );
}
