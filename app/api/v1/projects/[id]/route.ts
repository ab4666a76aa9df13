import { handle } from '@/lib/http/handle';
import { projectOperations } from '@/lib/http/operations-tracking';
import { changeProject } from '@/lib/tracking/change-project';
import { getProject } from '@/lib/tracking/get-project';

export const GET = handle(projectOperations.get, ({ actor, params }) => getProject(actor, params.id));
export const PATCH = handle(projectOperations.change, ({ actor, params, body, now }) =>
  changeProject(actor, params.id, body, now),
);
