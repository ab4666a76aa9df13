'use client';

import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { PageBody } from '@/app/_ui/page-body';
import { PageHeader } from '@/app/_ui/page-header';
import { type BrowsedCollection, collectionWords } from '@/app/(signed-in)/linear/collection-words';
import { CollectionBrowser } from './collection-browser';

export function CollectionScreen({ collection }: { collection: BrowsedCollection }) {
  const { title, about } = collectionWords[collection];
  return (
    <PageBody width="full">
      <PageHeader
        title={title}
        description={about}
        back={
          <Link href="/linear" className="inline-flex items-center gap-0.5 rounded-sm hover:text-ink">
            <ChevronLeft aria-hidden className="size-3.5" />
            Linear
          </Link>
        }
      />
      <CollectionBrowser collection={collection} />
    </PageBody>
  );
}
