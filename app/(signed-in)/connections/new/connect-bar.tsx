'use client';

import { useWatch } from 'react-hook-form';
import { Button } from '@/app/_ui/button';
import { plural } from '@/app/_ui/format-number';
import { estimateImport, type TestSuccess } from '@/app/(signed-in)/connections/import-estimate';
import { describeCron } from '@/app/(signed-in)/connections/schedule-choice';
import { formatEstimate } from '@/app/(signed-in)/connections/span-words';
import { isChosen } from '@/app/(signed-in)/connections/team-choice';
import type { NewConnectionFormApi } from './later-steps';

type ConnectBarProps = { form: NewConnectionFormApi; workspace: TestSuccess; isPending: boolean };

/** Always in sight: what the first import will be, and the button that starts it. */
export function ConnectBar({ form, workspace, isPending }: ConnectBarProps) {
  const [choice, schedule] = useWatch({ control: form.control, name: ['teams', 'schedule'] });
  const { issues, pages, seconds } = estimateImport(workspace, choice);
  const teamCount = workspace.teams.filter((team) => isChosen(choice, team.key)).length;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t bg-canvas px-4 py-3">
      <div className="min-w-0 text-xs" role="status">
        <p className="figures font-medium text-ink text-sm">
          First import: {plural(issues, 'issue')} of {plural(teamCount, 'team')}
        </p>
        <p className="figures text-muted">
          {issues === 0 ? 'Nothing to import yet' : `${plural(pages, 'page')}, ${formatEstimate(seconds)}`}
          {schedule.enabled ? `, then ${describeCron(schedule.cron)}` : ', no schedule'}
        </p>
      </div>
      <Button type="submit" variant="primary" size="lg" loading={isPending} className="max-sm:w-full">
        Connect and sync now
      </Button>
    </div>
  );
}
