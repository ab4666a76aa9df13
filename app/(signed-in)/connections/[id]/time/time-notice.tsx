import { Callout } from '@/app/_ui/callout';
import type { TimeOnIssuesView } from '@/lib/contracts/time-on-issues';

type TimeNoticeProps = {
  time: TimeOnIssuesView;
  /** Otherwise it only stands in the way of switching it on. */
  isUsed: boolean;
};

/** Why nothing is sent, or why it cannot be switched on, and what to do. */
export function TimeNotice({ time: { problem }, isUsed }: TimeNoticeProps) {
  if (problem === null) return null;
  return (
    <Callout tone={isUsed ? 'warning' : 'info'} title={problem.message}>
      {problem.hint}
    </Callout>
  );
}
