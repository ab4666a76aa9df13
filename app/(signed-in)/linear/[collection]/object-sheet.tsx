'use client';

import { ExternalLink } from '@/app/_ui/external-link';
import { late } from '@/app/_ui/late';
import { Sheet } from '@/app/_ui/sheet';
import { useLate } from '@/app/_ui/use-late';
import { type BrowsedCollection, collectionWords } from '@/app/(signed-in)/linear/collection-words';
import { type BrowsedObject, titleOf } from './columns';

const objectDetails = late(async () => (await import('./object-details')).ObjectDetails);

type ObjectSheetProps = {
  collection: BrowsedCollection;
  /** Kept while the sheet closes. */
  object: BrowsedObject | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** One object, and the ways to it at Linear and here. */
export function ObjectSheet({ collection, object, open, onOpenChange }: ObjectSheetProps) {
  const ObjectDetails = useLate(objectDetails, open);
  if (object === null) return null;
  const { one } = collectionWords[collection];
  // A comment is its text, which stands below.
  const title = collection === 'comments' ? one : titleOf(collection, object);
  const url = 'url' in object ? object.url : null;
  return (
    <Sheet
      open={open && ObjectDetails !== null}
      onOpenChange={onOpenChange}
      title={<span className="line-clamp-2 [overflow-wrap:anywhere]">{title}</span>}
      description={title.startsWith(one) ? undefined : one}
      footer={
        url && (
          <ExternalLink href={url}>{collection === 'attachments' ? 'Open the link' : 'Open in Linear'}</ExternalLink>
        )
      }
    >
      {ObjectDetails && <ObjectDetails collection={collection} object={object} title={title} />}
    </Sheet>
  );
}
