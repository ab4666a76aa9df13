'use client';

import { DefinitionList } from '@/app/_ui/definition-list';
import { ExternalLink } from '@/app/_ui/external-link';
import { Sheet } from '@/app/_ui/sheet';
import type { BrowsedCollection } from '@/app/(signed-in)/linear/collection-words';
import { type BrowsedObject, titleOf } from './columns';
import { ObjectFields } from './object-fields';

type ObjectSheetProps = {
  collection: BrowsedCollection;
  /** Kept while the sheet closes. */
  object: BrowsedObject | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** All that is stored of one object, and the ways to it at Linear and here. */
export function ObjectSheet({ collection, object, open, onOpenChange }: ObjectSheetProps) {
  if (object === null) return null;
  const title = titleOf(collection, object);
  const url = 'url' in object ? object.url : null;
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={<span className="line-clamp-2 [overflow-wrap:anywhere]">{title}</span>}
      footer={
        url && (
          <ExternalLink href={url}>{collection === 'attachments' ? 'Open the link' : 'Open in Linear'}</ExternalLink>
        )
      }
    >
      <DefinitionList>
        <ObjectFields object={object} title={title} />
      </DefinitionList>
    </Sheet>
  );
}
