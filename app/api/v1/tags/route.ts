import { handle } from '@/lib/http/handle';
import { tagOperations } from '@/lib/http/operations-entries';
import { listTags } from '@/lib/tracking/list-entries';

export const GET = handle(tagOperations.list, ({ actor, query }) => listTags(actor, query.search));
