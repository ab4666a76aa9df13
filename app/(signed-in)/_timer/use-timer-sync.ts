'use client';

import { focusManager, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { refreshTime } from '@/app/(signed-in)/_entries/refresh-time';
import { keys } from '@/lib/browser/query-keys';
import { deliver, loadDelivery, onSent, openOutbox, refreshWaiting, waiting } from '@/lib/browser/queued-send';
import { noteServerTime } from '@/lib/browser/server-clock';
import { openTimeChannel } from '@/lib/browser/time-channel';
import { nextToSend } from '@/lib/browser/waiting-change';
import { whenIdle } from '@/lib/browser/when-idle';
import type { Timer } from '@/lib/contracts/timer';
import { readTimer } from './read-timer';

const askMilliseconds = 5_000;
const askHiddenMilliseconds = 30_000;
const attemptMilliseconds = 10_000;
const gatherMilliseconds = 30;

/**
 * Keeps what runs as the server has it, in every tab and on every device, and sends what waits. Once on a page: the top
 * bar does it.
 */
export function useTimerSync(personId: string, first: Timer): void {
  useQuery({
    queryKey: keys.time.timer,
    queryFn: readTimer,
    initialData: first,
    // A hidden tab still has a title that says what runs.
    refetchInterval: () => (focusManager.isFocused() ? askMilliseconds : askHiddenMilliseconds),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });
  // The page was made between the request for it and now; the next answer knows better.
  useEffect(() => noteServerTime(first.now, performance.timeOrigin, Date.now()), [first.now]);
  useTabs(personId);
  useAttempts(personId);
}

/** What was written here is shown everywhere: in this tab's other parts, and in other tabs. */
function useTabs(personId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const channel = openTimeChannel<Timer | undefined>(personId, async (timer) => {
      await client.cancelQueries({ queryKey: keys.time.timer, exact: true });
      if (timer) client.setQueryData<Timer>(keys.time.timer, timer);
      refreshWaiting();
      await refreshTime(client);
    });
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      channel.tell(client.getQueryData<Timer>(keys.time.timer));
      void refreshTime(client);
    };
    const stop = onSent(async (change, answer) => {
      const { takeAnswer } = await import('./take-answer');
      await takeAnswer(client, change, answer);
      clearTimeout(gathering);
      gathering = setTimeout(tell, gatherMilliseconds);
    });
    return () => {
      stop();
      clearTimeout(gathering);
      channel.close();
    };
  }, [client, personId]);
}

/** What waits is tried when the page opens, when the network is back, when the page is looked at again, and now and then. */
function useAttempts(personId: string): void {
  useEffect(() => {
    const close = openOutbox(personId);
    const attempt = () => {
      if (nextToSend(waiting.read()) !== null) void deliver();
    };
    attempt();
    // There before the network goes away.
    const stopWaiting = whenIdle(() => void Promise.allSettled([loadDelivery(), import('./take-answer')]));
    const timer = setInterval(attempt, attemptMilliseconds);
    window.addEventListener('online', attempt);
    document.addEventListener('visibilitychange', attempt);
    return () => {
      stopWaiting();
      clearInterval(timer);
      window.removeEventListener('online', attempt);
      document.removeEventListener('visibilitychange', attempt);
      close();
    };
  }, [personId]);
}
