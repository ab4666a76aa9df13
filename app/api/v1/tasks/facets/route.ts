import { handle } from '@/lib/http/handle';
import { taskOperations } from '@/lib/http/operations-tracking';
import { listTaskFacets } from '@/lib/tracking/list-task-facets';

export const GET = handle(taskOperations.facets, ({ actor, query }) => listTaskFacets(actor, query));
