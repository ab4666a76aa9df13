import { unknownCall } from '@/lib/contracts/values';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { finish } from './finish';
import { problemResponse } from './problem';

/** What a path under /api that no route serves is answered with. */
export async function answerUnknownPath(request: Request): Promise<Response> {
  const requestId = newId();
  const unknown = new AppError('not_found', unknownCall, {
    hint: 'GET /api/v1/openapi.json lists them all.',
  });
  return finish(problemResponse(unknown, requestId), request, requestId);
}
