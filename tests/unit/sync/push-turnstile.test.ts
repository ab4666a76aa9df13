import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turnstile } from '@/lib/sync/push/push-turnstile';

it('lets so many through at once, then the lightest first, also past one that fails', async () => {
  const turnstile = new Turnstile(2);
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const work = async (weight: number) => {
    inside += 1;
    most = Math.max(most, inside);
    order.push(weight);
    await setImmediate();
    inside -= 1;
    if (weight === 2) throw new Error('failed');
  };
  const passed = await Promise.allSettled(
    [9, 8, 7, 2, 5, 1].map((weight) => turnstile.pass(() => work(weight), weight)),
  );
  expect(order).toEqual([9, 8, 1, 2, 5, 7]);
  expect(passed.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
  expect([most, inside]).toEqual([2, 0]);
});
