'use client';

import Link from 'next/link';
import { Checkbox } from '@/app/_ui/checkbox';
import { formatCount } from '@/app/_ui/format-number';
import { RelativeTime } from '@/app/_ui/relative-time';
import { StatusDot } from '@/app/_ui/status-dot';
import { collectionWords } from '@/app/(signed-in)/linear/collection-words';
import type { Connection } from '@/lib/contracts/connection';
import type { ChosenCollection, MirrorView } from '@/lib/contracts/linear-collection';
import { remedyOf, useOf } from './collection-uses';
import { Row } from './row-parts';

type CollectionRowProps = {
  collection: ChosenCollection;
  connection: Connection;
  /** Not there until the server has heard of the choice. */
  mirror: MirrorView | undefined;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
};

export function CollectionRow({ collection, connection, mirror, isChosen, onChange }: CollectionRowProps) {
  const { title, noun } = collectionWords[collection];
  const count = mirror?.count ?? 0;
  return (
    <Row
      state={isChosen && <MirrorState mirror={mirror} />}
      count={
        isChosen &&
        count > 0 && (
          <Link
            href={`/linear/${collection}`}
            prefetch={false}
            className="inline-flex items-center text-ink hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-end"
          >
            {formatCount(count)}
            <span className="sr-only"> {noun}</span>
          </Link>
        )
      }
    >
      <Checkbox label={title} hint={useOf(collection, connection)} checked={isChosen} onCheckedChange={onChange} />
    </Row>
  );
}

function MirrorState({ mirror }: { mirror: MirrorView | undefined }) {
  if (!mirror || mirror.state === 'waiting') return <StatusDot tone="neutral">Waiting</StatusDot>;
  const { state, read, error, lastReadAt } = mirror;
  if (state === 'failed' && error) {
    return (
      <div className="min-w-0 break-words">
        <StatusDot tone="danger">Failed</StatusDot>
        <p className="text-ink">
          {error.message} {remedyOf(error.code)}
        </p>
      </div>
    );
  }
  if (state === 'reading') {
    return (
      <StatusDot tone="accent" pulse>
        <span className="figures">Reading, {formatCount(read)} so far</span>
      </StatusDot>
    );
  }
  return <StatusDot tone="success">Read {lastReadAt ? <RelativeTime at={lastReadAt} /> : 'completely'}</StatusDot>;
}
