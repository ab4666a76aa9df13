import { ApiError } from '@/lib/browser/api-error';

type Field = 'apiKey' | 'name' | 'teams' | 'statusMapping' | 'schedule' | 'maxPagesPerRun';

const fieldOfPath: Record<string, Field> = {
  apiKey: 'apiKey',
  name: 'name',
  teamKeys: 'teams',
  statusMapping: 'statusMapping',
  schedule: 'schedule',
  maxPagesPerRun: 'maxPagesPerRun',
};

/** Where on the form each part of the server's refusal belongs; what has no place is for the form as a whole. */
export function placeErrors(error: unknown): { field: Field; message: string }[] {
  if (!(error instanceof ApiError)) return [];
  if (error.code?.startsWith('linear_')) return [{ field: 'apiKey', message: error.message }];
  if (error.code === 'unknown_team_keys') return [{ field: 'teams', message: error.message }];
  return Object.entries(error.fieldErrors).flatMap(([path, message]) => {
    const field = fieldOfPath[path.split('.')[0] ?? ''];
    return field ? [{ field, message }] : [];
  });
}
