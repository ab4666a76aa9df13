import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerFile } from '@/lib/http/file-answer';
import { log } from '@/lib/log/log';

const file = { name: 'report.csv', type: 'text/csv; charset=utf-8' };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a file', () => {
  it('is sent to be saved under its name', async () => {
    const response = await answerFile({ ...file, body: new Uint8Array([104, 105]) });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="report.csv"');
    expect(await response.text()).toBe('hi');
  });

  it('in pieces comes in their order, text as UTF-8', async () => {
    const body = (async function* () {
      yield 'Ž';
      yield new Uint8Array([33]);
    })();
    expect(await (await answerFile({ ...file, body })).text()).toBe('Ž!');
  });

  it('is made no faster than it is taken', async () => {
    let made = 0;
    const body = (async function* () {
      for (; made < 1_000; made++) yield 'piece';
    })();
    const reader = (await answerFile({ ...file, body })).body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made).toBeLessThan(5);
    await reader?.cancel();
  });

  it('ends the making when nobody listens any more', async () => {
    const ended = vi.fn();
    const body = (async function* () {
      try {
        for (;;) yield 'piece';
      } finally {
        ended();
      }
    })();
    const reader = (await answerFile({ ...file, body })).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('that cannot even begin is refused, not cut off', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first piece.
    const body = (async function* (): AsyncGenerator<string> {
      throw new Error('The database is gone');
    })();
    await expect(answerFile({ ...file, body })).rejects.toThrow('The database is gone');
  });

  it('that fails on its way is cut off, and the log knows', async () => {
    const logged = vi.spyOn(log(), 'error').mockReturnValue(undefined);
    const body = (async function* () {
      yield 'piece';
      throw new Error('The disk is gone');
    })();
    const response = await answerFile({ ...file, body });
    await expect(response.text()).rejects.toThrow('The disk is gone');
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ err: expect.any(Error) }), 'A file was cut off');
  });
});
