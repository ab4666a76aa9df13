import { z } from 'zod';
import { issueError, plannedAction, type Run, run, runMode, runStatus, runTrigger } from '@/lib/contracts/run';
import type { StoredRun } from '@/lib/db/sync-run';

/** A run as the API shows it. `resumeAt`: when its connection's unfinished work goes on. */
export function runView(stored: StoredRun, resumeAt: Date | null = null): Run {
  const { fetched, created, updated, unchanged, moved, archived, restored, gone, failed } = stored;
  return run.parse({
    id: stored.id,
    connectionId: stored.connectionId,
    trigger: runTrigger.parse(stored.trigger),
    mode: runMode.parse(stored.mode),
    dryRun: stored.dryRun,
    status: runStatus.parse(stored.status),
    createdAt: stored.createdAt.toISOString(),
    startedAt: stored.startedAt?.toISOString() ?? null,
    finishedAt: stored.finishedAt?.toISOString() ?? null,
    waitingUntil: stored.waitingUntil?.toISOString() ?? null,
    pages: stored.pages,
    requests: stored.requests,
    complexity: stored.complexity,
    counts: { fetched, created, updated, unchanged, moved, archived, restored, gone, failed },
    progress: { done: stored.progressDone, total: stored.progressTotal },
    issueErrors: z.array(issueError).parse(JSON.parse(stored.issueErrors)),
    error:
      stored.errorCode === null
        ? null
        : { code: stored.errorCode, message: stored.errorMessage ?? '', hint: stored.errorHint ?? '' },
    resumesAt: resumeAt?.toISOString() ?? null,
    preview: stored.preview === null ? null : z.array(plannedAction).parse(JSON.parse(stored.preview)),
  } satisfies z.input<typeof run>);
}
