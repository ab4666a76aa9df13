import Link from 'next/link';
import { ColorDot } from '@/app/_ui/color-dot';
import { Section } from '@/app/_ui/section';
import { BudgetBar } from '@/app/(signed-in)/_money/budget-bar';
import type { TimeDashboard } from '@/lib/contracts/dashboard';

/** From 80 % on, the nearest to their end first. */
export function NearBudgets({ budgets }: { budgets: TimeDashboard['budgets'] }) {
  if (budgets.length === 0) return null;
  return (
    <Section title="Budgets near their end">
      <ul className="flex flex-col gap-4">
        {budgets.map(({ project, budget }) => (
          <li key={project.id} className="flex flex-col gap-1">
            <Link
              href={`/projects/${project.id}`}
              prefetch={false}
              className="flex min-w-0 items-center gap-2 rounded-sm font-medium text-ink text-sm hover:underline pointer-coarse:min-h-11"
            >
              <ColorDot color={project.color} />
              <span dir="auto" className="truncate">
                {project.name}
              </span>
            </Link>
            <BudgetBar budget={budget} label={`Budget of ${project.name}`} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
