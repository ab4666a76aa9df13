import { LoaderCircle } from 'lucide-react';
import { Badge } from '@/app/_ui/badge';
import type { RunStatus } from '@/lib/contracts/run';
import { runStatusLooks } from './run-words';

export function RunStatusBadge({ status }: { status: RunStatus }) {
  const { label, tone } = runStatusLooks[status];
  return (
    <Badge
      tone={tone}
      className="align-middle"
      icon={status === 'running' && <LoaderCircle aria-hidden className="animate-spin" />}
    >
      {label}
    </Badge>
  );
}
