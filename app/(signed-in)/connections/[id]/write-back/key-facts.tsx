import type { ReactNode } from 'react';
import { Definition, DefinitionList } from '@/app/_ui/definition-list';
import { StatusDot } from '@/app/_ui/status-dot';
import type { Connection } from '@/lib/contracts/connection';

type KeyFactsProps = { connection: Connection; checkAgain: ReactNode };

/** What the key was found to be able to do, and as whom Linear shows what is written. */
export function KeyFacts({ connection: { keyCan, keyOwner }, checkAgain }: KeyFactsProps) {
  return (
    <DefinitionList className="border-line border-t pt-2">
      <Definition term="The key">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StatusDot tone={keyCan.write ? 'success' : keyCan.write === null ? 'neutral' : 'warning'}>
            {tellKey(keyCan)}
          </StatusDot>
          <span className="text-muted text-xs">Checked when this was switched on and when the key was replaced.</span>
          {checkAgain}
        </div>
      </Definition>
      <Definition term="Author">
        {keyOwner.name || keyOwner.email}{' '}
        <span className="text-muted">
          in Linear, as the owner of the key, whoever writes. The history of the task here says who it was.
        </span>
      </Definition>
    </DefinitionList>
  );
}

function tellKey({ write, admin }: Connection['keyCan']): string {
  if (write === null) return 'Not checked yet';
  if (!write) return 'Only reads';
  return admin ? "Writes, and is an admin's" : 'Writes';
}
