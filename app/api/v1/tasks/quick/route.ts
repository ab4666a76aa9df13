import { handle } from '@/lib/http/handle';
import { quickTaskOperations } from '@/lib/http/operations-time';
import { getQuickTasks } from '@/lib/tracking/quick-tasks';

export const GET = handle(quickTaskOperations.list, ({ actor }) => getQuickTasks(actor));
