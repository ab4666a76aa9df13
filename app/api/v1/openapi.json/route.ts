import { handle } from '@/lib/http/handle';
import { describeApi } from '@/lib/http/openapi';
import { serverOperations } from '@/lib/http/operations-server';

export const GET = handle(serverOperations.openapi, async () => describeApi());
