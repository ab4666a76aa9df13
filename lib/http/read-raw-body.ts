/** How long a body is, as its request says. Null: it comes in chunks, and does not say. */
export function statedBytes({ headers }: Request): number | null {
  const length = headers.get('content-length');
  return length === null ? null : Number(length);
}

/** The bytes as they came, for a signature over them; null when there are more than `limitBytes`. */
export async function readRawBody(request: Request, limitBytes: number): Promise<Buffer | null> {
  if ((statedBytes(request) ?? 0) > limitBytes) return null;
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Counted while it comes in: a chunked body does not say its length.
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, size);
}
