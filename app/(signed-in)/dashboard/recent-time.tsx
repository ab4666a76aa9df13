import Link from 'next/link';
import { Panel } from '@/app/_ui/panel';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Section } from '@/app/_ui/section';
import { type Subject, subjectKey } from '@/app/(signed-in)/_entries/subject';
import { SubjectLine } from '@/app/(signed-in)/_entries/subject-line';
import type { QuickItem } from '@/lib/contracts/timer';
import { TimerToggle } from './timer-toggle';

/** What one worked on last, to go on with one click. */
export function RecentTime({ recent }: { recent: readonly QuickItem[] }) {
  if (recent.length === 0) return null;
  return (
    <Section title="Go on with">
      <Panel flush>
        <ul>
          {recent.map((item) => (
            <Row key={subjectKey(item)} item={item} />
          ))}
        </ul>
      </Panel>
    </Section>
  );
}

function Row({ item }: { item: QuickItem }) {
  return (
    <li className="relative flex h-9 items-center gap-2.5 border-line border-b pr-1 pl-3 text-sm transition-colors last:border-b-0 hover:bg-subtle pointer-coarse:h-11">
      <Link href={placeOf(item)} prefetch={false} className="min-w-0 flex-1 text-ink after:absolute after:inset-0">
        <SubjectLine subject={item} />
      </Link>
      <RelativeTime at={item.lastAt} className="relative z-10 shrink-0 text-right text-faint text-xs max-sm:hidden" />
      <TimerToggle subject={item} description={item.description} className="relative z-10" />
    </li>
  );
}

function placeOf({ task, project }: Subject): string {
  return task ? `/tasks/${task.id}` : `/projects/${project.id}`;
}
