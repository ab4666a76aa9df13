import { handle } from '@/lib/http/handle';
import { projectOperations } from '@/lib/http/operations-tracking';
import { createProject } from '@/lib/tracking/create-project';
import { listProjects } from '@/lib/tracking/list-projects';

export const GET = handle(projectOperations.list, ({ actor, query }) => listProjects(actor, query));
export const POST = handle(projectOperations.create, ({ actor, body, now }) => createProject(actor, body, now));
