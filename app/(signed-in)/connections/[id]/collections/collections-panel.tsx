'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Panel } from '@/app/_ui/panel';
import { browsedCollections } from '@/app/(signed-in)/linear/collection-words';
import type { Connection } from '@/lib/contracts/connection';
import type { ChosenCollection } from '@/lib/contracts/linear-collection';
import { CollectionRow } from './collection-row';
import { keptAnyway } from './collection-uses';
import { ExportFiles } from './export-files';
import { IssuesRow } from './issues-row';
import { LeaveDialog } from './leave-dialog';
import { useChosenCollections } from './use-chosen-collections';

export function CollectionsPanel({ connection }: { connection: Connection }) {
  const { chosen, choose } = useChosenCollections(connection);
  const [leaving, setLeaving] = useState<ChosenCollection[]>([]);
  const mirrorOf = (collection: ChosenCollection) => connection.mirrors.find((each) => each.collection === collection);

  /** Asks only where a copy would be removed. */
  function leave(left: ChosenCollection[]) {
    const isCopied = left.some((each) => !keptAnyway.has(each) && (mirrorOf(each)?.count ?? 0) > 0);
    if (isCopied) setLeaving(left);
    else choose(without(chosen, left));
  }
  return (
    <Panel flush>
      <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-3 py-1.5 text-sm">
        <p className="figures mr-auto text-muted">
          {chosen.length} of {browsedCollections.length} chosen
        </p>
        <Button
          size="sm"
          onClick={() => choose(browsedCollections)}
          disabled={chosen.length === browsedCollections.length}
        >
          Choose all
        </Button>
        <Button size="sm" onClick={() => leave(chosen)} disabled={chosen.length === 0}>
          Choose none
        </Button>
      </div>
      <ul aria-label="Collections">
        <IssuesRow connection={connection} />
        {browsedCollections.map((collection) => (
          <CollectionRow
            key={collection}
            collection={collection}
            connection={connection}
            mirror={mirrorOf(collection)}
            isChosen={chosen.includes(collection)}
            onChange={(isChosen) => (isChosen ? choose([...chosen, collection]) : leave([collection]))}
          />
        ))}
      </ul>
      <ExportFiles connection={connection} />
      <LeaveDialog
        left={leaving}
        countOf={(collection) => mirrorOf(collection)?.count ?? 0}
        onClose={() => setLeaving([])}
        onConfirm={() => choose(without(chosen, leaving))}
      />
    </Panel>
  );
}

function without(chosen: ChosenCollection[], left: ChosenCollection[]): ChosenCollection[] {
  return chosen.filter((each) => !left.includes(each));
}
