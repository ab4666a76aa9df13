import 'client-only';

/**
 * Between the tabs of one person in one browser: what one tab has written, the others show at once. Answers how to tell
 * them, and how to stop.
 */
export function openTimeChannel<Message>(personId: string, onMessage: (message: Message) => void) {
  const channel = new BroadcastChannel(`trackline-time:${personId}`);
  channel.onmessage = ({ data }: MessageEvent<Message>) => onMessage(data);
  return { tell: (message: Message) => channel.postMessage(message), close: () => channel.close() };
}
