import type { z } from 'zod';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';
import { log } from '@/lib/log/log';
import { finish } from './finish';
import type { RouteContext, RouteHandler } from './handle';
import type { Contract } from './operation';
import { problemResponse } from './problem';
import { parseParams } from './read-request';

/**
 * For calls of a program that proves itself by a signature over the raw body: no session, no cookie, and so no Origin to
 * check. A refusal is not logged: anyone can cause it, as often as they like.
 */
export function handlePush<const C extends Contract & { params: z.ZodType; output: z.ZodType }>(
  contract: C,
  work: (call: { params: z.output<C['params']>; request: Request }) => Promise<z.input<C['output']>>,
): RouteHandler {
  const handler = async (request: Request, context: RouteContext = { params: Promise.resolve({}) }) => {
    const requestId = newId();
    try {
      const params = parseParams(contract.params, await context.params);
      return finish(
        Response.json(await work({ params: params as z.output<C['params']>, request })),
        request,
        requestId,
      );
    } catch (error) {
      if (!(error instanceof AppError)) log().error({ err: error, requestId }, 'A delivery could not be taken in');
      return finish(problemResponse(error, requestId), request, requestId);
    }
  };
  return Object.assign(handler, { contract });
}
