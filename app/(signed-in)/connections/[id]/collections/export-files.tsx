'use client';

import { FolderDown } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { Callout } from '@/app/_ui/callout';
import { formatCount } from '@/app/_ui/format-number';
import { readError } from '@/app/_ui/read-error';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Connection } from '@/lib/contracts/connection';
import type { LinearExport } from '@/lib/contracts/linear-export';
import { useExport } from './use-export';

/** What is read, as files on the server. */
export function ExportFiles({ connection: { id, workspace } }: { connection: Connection }) {
  const { start, isRunning, done, error, last, lastError } = useExport(id);
  const failure = error ? readError(error).message : !isRunning && !done && lastError?.message;
  return (
    <div className="flex flex-col gap-2 border-line border-t px-3 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60 text-sm">
          <h3 className="font-medium text-ink">Export to files</h3>
          <p className="text-muted text-xs">
            One JSON file an object, in the exports folder of the server. Done again, only what changed is written.
            {last && !done && (
              <>
                {' '}
                Last done <RelativeTime at={last.finishedAt} />.
              </>
            )}
          </p>
        </div>
        <Button onClick={start} loading={isRunning}>
          {!isRunning && <FolderDown aria-hidden />}
          {isRunning ? 'Exporting' : 'Export'}
        </Button>
      </div>
      {failure && (
        <Callout tone="danger" title="The export did not come to its end." live>
          {failure}
        </Callout>
      )}
      {done && !failure && !isRunning && <Done done={done} urlKey={workspace.urlKey} />}
    </div>
  );
}

function Done({ done: { folder, written, unchanged, removed }, urlKey }: { done: LinearExport; urlKey: string }) {
  const counts = [
    `${formatCount(written)} written`,
    `${formatCount(unchanged)} unchanged`,
    `${formatCount(removed)} removed`,
  ];
  return (
    <Callout tone="success" title={`${counts.join(', ')}.`} live>
      In <span className="font-mono text-xs">{`${folder}/${urlKey}`}</span>, in the exports folder.
    </Callout>
  );
}
