import { log } from '@/lib/log/log';

export interface FileToSend {
  name: string;
  type: string;
  body: AsyncIterable<string | Uint8Array> | Uint8Array;
}

/**
 * A file to save. What comes in pieces is asked for piece by piece, as fast as the other side takes it. The first piece
 * is made before anything is answered, so that what goes wrong at once can still be refused.
 */
export async function answerFile({ name, type, body }: FileToSend): Promise<Response> {
  const headers = { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` };
  if (body instanceof Uint8Array) return new Response(new Uint8Array(body), { headers });
  return new Response(await streamOf(body), { headers });
}

async function streamOf(pieces: AsyncIterable<string | Uint8Array>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  let next: IteratorResult<string | Uint8Array> | null = await iterator.next();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = next ?? (await iterator.next());
        next = null;
        if (done) return controller.close();
        controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (error) {
        log().error({ err: error }, 'A file was cut off');
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
