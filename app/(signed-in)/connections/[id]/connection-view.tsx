'use client';

import { useQueryState } from 'nuqs';
import { PageBody } from '@/app/_ui/page-body';
import { useDocumentTitle } from '@/app/(signed-in)/tasks/[id]/use-document-title';
import type { Connection } from '@/lib/contracts/connection';
import type { Run } from '@/lib/contracts/run';
import { Collections } from './collections/collections';
import { ConnectionFacts } from './connection-facts';
import { ConnectionHeader } from './connection-header';
import { ConnectionNotice } from './connection-notice';
import { LiveUpdates } from './live/live-updates';
import { LiveRun } from './live-run';
import { PageParts, Part } from './page-parts';
import { RunLedger } from './run-ledger';
import { TeamProgress } from './team-progress';
import { TimeOnIssues } from './time/time-on-issues';
import { useConnectionCommands } from './use-connection-commands';
import { useLiveRun } from './use-live-run';
import { WriteBack } from './write-back/write-back';

export function ConnectionView({ connection }: { connection: Connection }) {
  useDocumentTitle(connection.name);
  const live = useLiveRun(connection);
  // In the address, so that a run can be linked to.
  const [openRunId, setOpenRunId] = useQueryState('run');
  const commands = useConnectionCommands(connection, { onDryRun: (started) => void setOpenRunId(started.id) });
  return (
    <PageBody>
      <ConnectionHeader connection={connection} commands={commands} />
      <PageParts />
      <div className="flex flex-col gap-8">
        <ConnectionNotice connection={connection} commands={commands} />
        {live.run && !isToldAbove(live.run, connection) && (
          <LiveRun
            run={live.run}
            isPolling={live.isPolling}
            onDismiss={live.dismiss}
            onShow={(runId) => void setOpenRunId(runId)}
          />
        )}
        <Part id="overview" className="grid gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
          <ConnectionFacts connection={connection} />
          <TeamProgress connection={connection} />
        </Part>
        <Part id="reading">
          <Collections connection={connection} />
        </Part>
        <Part id="live">
          <LiveUpdates connection={connection} />
        </Part>
        <Part id="writing">
          <WriteBack connection={connection} />
        </Part>
        <Part id="time">
          <TimeOnIssues connection={connection} />
        </Part>
        <Part id="runs">
          <RunLedger
            connectionId={connection.id}
            liveRun={live.run}
            openRunId={openRunId}
            onOpen={(runId) => void setOpenRunId(runId)}
          />
        </Part>
      </div>
    </PageBody>
  );
}

/** The notice says already why the run failed. */
function isToldAbove({ status, error }: Run, { healthReason }: Connection): boolean {
  return status === 'failed' && error !== null && error.code === healthReason?.code;
}
