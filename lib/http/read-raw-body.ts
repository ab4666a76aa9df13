import { AppError } from '@/lib/errors/app-error';
import { seconds } from '@/lib/kit/sleep';

/** How long a body is, as its request says. Null: it comes in chunks, and does not say. */
export function statedBytes({ headers }: Request): number | null {
  const length = headers.get('content-length');
  return length === null ? null : Number(length);
}

/** Whoever sends slowly must not keep others waiting. Longer than Linear itself waits for an answer. */
const longestMs = seconds(10);

/** The bytes as they came; null when there are more than `limitBytes`. */
export async function readRawBody(
  request: Request,
  limitBytes: number,
  patienceMs: number = longestMs,
): Promise<Buffer | null> {
  if ((statedBytes(request) ?? 0) > limitBytes) return null;
  if (request.body === null) return Buffer.alloc(0);
  const reader = request.body.getReader();
  let isLate = false;
  const giveUp = setTimeout(() => {
    isLate = true;
    // It ends the reading that is waited for; what it would fail with says nothing more.
    reader.cancel().catch(() => undefined);
  }, patienceMs);
  try {
    return await readAll(reader, limitBytes, () => isLate);
  } catch (cause) {
    // Whoever sends may break off as often as they like: that is no fault of ours.
    throw cause instanceof AppError ? cause : new AppError('bad_request', 'The body broke off.', { cause });
  } finally {
    clearTimeout(giveUp);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limitBytes: number,
  isLate: () => boolean,
): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it comes in: a chunked body does not say its length.
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  if (isLate()) throw new AppError('bad_request', 'The body took too long.');
  return Buffer.concat(chunks, size);
}
