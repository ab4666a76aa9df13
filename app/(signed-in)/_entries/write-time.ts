'use client';

import { toast } from '@/app/_ui/toast';
import { type QueuedRequest, sendOrQueue } from '@/lib/browser/queued-send';

/** Sends a write of time. Null: the network is away, and this browser keeps it until it is back. */
export async function writeTime<Answer>(request: QueuedRequest): Promise<Answer | null> {
  const sent = await sendOrQueue<Answer>(request);
  return sent.isQueued ? null : sent.answer;
}

/** Says how it went: `done` once the server has it. */
export function toastWritten(answer: unknown, done: string): void {
  toast(answer === null ? 'Kept in this browser. It is sent when the network is back.' : done);
}
