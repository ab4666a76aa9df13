'use client';

import { useMemo, useState } from 'react';
import { Badge } from '@/app/_ui/badge';
import { Button } from '@/app/_ui/button';
import { Count } from '@/app/_ui/count';
import { LoadMore } from '@/app/_ui/load-more';
import { actionWords } from '@/app/(signed-in)/connections/run-words';
import type { PlannedAction } from '@/lib/contracts/run';

type Kind = PlannedAction['kind'];

const step = 100;
const kinds = Object.keys(actionWords) as Kind[];

/** What a dry run found to do; nothing of it was written. */
export function PlannedActions({ actions: planned }: { actions: readonly PlannedAction[] }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const [limit, setLimit] = useState(step);
  const actions = useMemo(() => withoutTwins(planned), [planned]);
  if (actions.length === 0) return <p className="text-muted text-sm">Nothing would change.</p>;
  const matching = kind ? actions.filter((action) => action.kind === kind) : actions;
  const show = (next: Kind | null) => {
    setKind(next);
    setLimit(step);
  };
  return (
    <section aria-label="What would change" className="flex flex-col gap-2">
      <h3 className="font-medium text-ink text-sm">What would change</h3>
      <div className="flex flex-wrap gap-1">
        <Button
          size="sm"
          variant={kind === null ? 'secondary' : 'ghost'}
          aria-pressed={kind === null}
          onClick={() => show(null)}
        >
          All <Count value={actions.length} />
        </Button>
        {kinds.map((each) => {
          const count = actions.filter((action) => action.kind === each).length;
          return count === 0 ? null : (
            <Button
              key={each}
              size="sm"
              variant={kind === each ? 'secondary' : 'ghost'}
              aria-pressed={kind === each}
              onClick={() => show(each)}
            >
              {actionWords[each].label} <Count value={count} />
            </Button>
          );
        })}
      </div>
      <div className="overflow-hidden rounded-md border border-line bg-canvas">
        <ul aria-label="Planned changes">
          {matching.slice(0, limit).map((action) => (
            <ActionRow key={keyOf(action)} action={action} />
          ))}
        </ul>
        <LoadMore
          shown={Math.min(limit, matching.length)}
          total={matching.length}
          hasMore={limit < matching.length}
          onLoadMore={() => setLimit(limit + step)}
        />
      </div>
    </section>
  );
}

/** A dry run writes nothing, so it may come past the same change twice: among the newest, and in its team's walk. */
function withoutTwins(actions: readonly PlannedAction[]): PlannedAction[] {
  return [...new Map(actions.map((action) => [keyOf(action), action])).values()];
}

function keyOf({ kind, identifier, title, detail }: PlannedAction): string {
  return JSON.stringify([kind, identifier, title, detail]);
}

function ActionRow({ action }: { action: PlannedAction }) {
  const { label, tone } = actionWords[action.kind];
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-line border-b px-3 py-1.5 text-sm last:border-b-0">
      <Badge tone={tone} className="w-20 justify-center">
        {label}
      </Badge>
      <span className="figures w-18 shrink-0 text-muted text-xs">{action.identifier}</span>
      <span className="min-w-0 flex-1 basis-40 truncate text-ink">{action.title}</span>
      {action.detail && <span className="min-w-0 break-words text-faint text-xs">{action.detail}</span>}
    </li>
  );
}
