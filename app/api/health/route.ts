import { handle } from '@/lib/http/handle';
import { serverOperations } from '@/lib/http/operations-server';

export const GET = handle(serverOperations.health, async () => ({ status: 'ok' as const }));
