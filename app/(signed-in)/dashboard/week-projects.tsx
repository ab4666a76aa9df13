import Link from 'next/link';
import { ColorDot } from '@/app/_ui/color-dot';
import { Section } from '@/app/_ui/section';
import { formatDuration } from '@/lib/time/format-duration';
import type { LiveTime } from './live-time';

const mostShown = 8;

/** Where this week went, the largest first. */
export function WeekProjects({ projects }: { projects: LiveTime['projects'] }) {
  const largest = projects[0]?.seconds ?? 0;
  if (largest === 0) return null;
  const shown = projects.slice(0, mostShown);
  const rest = projects.slice(mostShown).reduce((all, { seconds }) => all + seconds, 0);
  return (
    <Section title="This week by project">
      <ul className="flex flex-col gap-1 text-sm">
        {shown.map(({ project, seconds }) => (
          <li key={project.id} className="relative flex h-7 items-center gap-3 pointer-coarse:h-11">
            <ColorDot color={project.color} />
            <Link
              href={`/projects/${project.id}`}
              prefetch={false}
              dir="auto"
              className="w-36 shrink-0 truncate text-ink after:absolute after:inset-0 hover:underline"
            >
              {project.name}
            </Link>
            <span aria-hidden className="h-1.5 min-w-0 flex-1">
              <span
                className="block h-full min-w-1 rounded-full"
                style={{ width: `${(seconds / largest) * 100}%`, backgroundColor: project.color }}
              />
            </span>
            <span className="figures w-12 shrink-0 text-right text-ink">{formatDuration(seconds)}</span>
          </li>
        ))}
        {rest > 0 && (
          <li className="flex h-7 items-center justify-between text-muted">
            {projects.length - mostShown} more <span className="figures">{formatDuration(rest)}</span>
          </li>
        )}
      </ul>
    </Section>
  );
}
