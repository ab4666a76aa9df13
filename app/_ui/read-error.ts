type ReadError = { message: string | null; requestId: string | null };

/**
 * What of a thrown value can be shown. Only an answer of our own API (it has a status) has a message written for
 * people; a bare TypeError is fetch saying that no answer came.
 */
export function readError(error: unknown): ReadError {
  if (!(error instanceof Error)) return { message: null, requestId: null };
  // Next names an error that happened on the server by a digest; the log has the same one.
  const requestId = textOf(error, 'requestId') ?? textOf(error, 'digest');
  if ('status' in error) return { message: error.message, requestId };
  if (error instanceof TypeError && !requestId) {
    return { message: 'The server did not answer. Check your connection.', requestId };
  }
  return { message: 'Something unexpected happened.', requestId };
}

function textOf(error: Error, key: string): string | null {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : null;
}
