import { ApiError } from '@/lib/browser/api-error';
import type { IssueConflict } from '@/lib/contracts/linear-write';

type IssueTrouble =
  | { kind: 'changed'; conflicts: IssueConflict[] }
  /** Sent, and nobody knows what became of it: it must not be offered again before that is known. */
  | { kind: 'unknown'; writeId: string }
  | { kind: 'refused'; message: string };

export function troubleOf(error: unknown): IssueTrouble {
  if (!(error instanceof ApiError)) return { kind: 'refused', message: 'Something unexpected happened. Try again.' };
  const { code, problem, status, message, requestId, fieldErrors } = error;
  if (code === 'issue_changed' && problem?.conflicts) return { kind: 'changed', conflicts: problem.conflicts };
  if (code === 'linear_write_unknown' && problem?.writeId) return { kind: 'unknown', writeId: problem.writeId };
  if (status === 0 && !navigator.onLine) return { kind: 'refused', message: offline };
  if (code === 'validation_failed') {
    return { kind: 'refused', message: Object.values(fieldErrors).join(' ') || message };
  }
  // A refusal explains itself; a failure of ours needs the id under which the log has it.
  const isOurs = status >= 500 && !code?.startsWith('linear_') && requestId !== null;
  return { kind: 'refused', message: isOurs ? `${message} Request ${requestId}` : message };
}

const offline = 'You are offline. Nothing was sent to Linear: try again when you are back.';
