import { describe, expect, it } from 'vitest';
import { normalizeKey } from '@/lib/linear/normalize-key';

describe('a pasted key', () => {
  it.each([
    ['lin_api_abc'],
    ['  lin_api_abc \n'],
    ['lin_api_\n abc'],
    ['"lin_api_abc"'],
    ["'lin_api_abc'"],
    ['Bearer lin_api_abc'],
    ['bearer   lin_api_abc'],
    ['Authorization: lin_api_abc'],
    ['authorization: Bearer lin_api_abc'],
    ['"Bearer lin_api_abc"'],
    ['\u00a0lin_api_abc\u2028'],
    ['lin_api_abc\u200b'],
    ['\ufefflin_api_abc'],
  ])('is taken for what was meant: %j', (pasted) => {
    expect(normalizeKey(pasted)).toBe('lin_api_abc');
  });

  it('keeps the case', () => {
    expect(normalizeKey('lin_api_AbC')).toBe('lin_api_AbC');
  });
});
