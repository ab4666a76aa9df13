import type { AdminActor } from '@/lib/auth/actor';
import type { Run } from '@/lib/contracts/run';
import { seconds, sleep } from '@/lib/kit/sleep';
import { showRun } from './runs';

const lookEveryMs = 400;
/** Proxies close connections on which nothing moves. */
const keepAliveEveryMs = seconds(15);

/**
 * Server-sent events: `run` at every change, the last one when it has ended. The database is looked at, not the
 * process: the run may be another's.
 */
export function followRun(actor: AdminActor, first: Run, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const either = AbortSignal.any([signal, gone.signal]);
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      try {
        for await (const text of changes(actor, first, either)) send(text);
      } catch (error) {
        if (!either.aborted) return controller.error(error);
      }
      if (!gone.signal.aborted) controller.close();
    },
    cancel() {
      gone.abort();
    },
  });
}

async function* changes(actor: AdminActor, first: Run, signal: AbortSignal): AsyncGenerator<string> {
  let last = '';
  let quietSince = Date.now();
  for (let run = first; ; run = await showRun(actor, first.id)) {
    // A plan may be megabytes, and nobody looks at it before it is whole.
    const shown = run.finishedAt === null ? { ...run, preview: null } : run;
    const text = `event: run\ndata: ${JSON.stringify(shown)}\n\n`;
    if (text !== last) {
      yield text;
      last = text;
      quietSince = Date.now();
    } else if (Date.now() - quietSince > keepAliveEveryMs) {
      yield ': still here\n\n';
      quietSince = Date.now();
    }
    if (run.finishedAt !== null) return;
    await sleep(lookEveryMs, signal);
  }
}
