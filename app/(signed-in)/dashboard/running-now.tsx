import { Avatar } from '@/app/_ui/avatar';
import { Count } from '@/app/_ui/count';
import { Panel } from '@/app/_ui/panel';
import { Section } from '@/app/_ui/section';
import { SubjectLine } from '@/app/(signed-in)/_entries/subject-line';
import { Elapsed } from '@/app/(signed-in)/_timer/elapsed';
import type { TimeEntry } from '@/lib/contracts/time-entry';

/** Everyone's timers, for admins. */
export function RunningNow({ running }: { running: readonly TimeEntry[] }) {
  return (
    <Section
      title={
        <>
          Running now <Count value={running.length} />
        </>
      }
    >
      {running.length === 0 ? (
        <p className="text-muted text-sm">Nobody's timer is running.</p>
      ) : (
        <Panel flush>
          <ul>
            {running.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </ul>
        </Panel>
      )}
    </Section>
  );
}

function Row({ entry }: { entry: TimeEntry }) {
  const { user, startedAt } = entry;
  return (
    <li className="flex min-h-11 items-center gap-3 border-line border-b px-3 py-1.5 text-sm last:border-b-0">
      <Avatar name={user.name} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-ink">{user.name}</p>
        <SubjectLine subject={entry} className="text-muted text-xs" />
      </div>
      {startedAt && <Elapsed startedAt={startedAt} className="shrink-0 text-ink" />}
    </li>
  );
}
