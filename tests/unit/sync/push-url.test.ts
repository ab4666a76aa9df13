import { expect, it } from 'vitest';
import { isPublicAddress } from '@/lib/sync/push/push-url';

it.each([
  ['https://time.example.com', true],
  ['https://203.0.113.7', true],
  ['http://time.example.com', false],
  ['https://localhost', false],
  ['https://trackline', false],
  ['https://trackline.local', false],
  ['https://192.168.1.20', false],
  ['https://172.20.0.1', false],
  ['https://100.64.0.1', false],
  ['https://[fd00::1]', false],
])('%s is an address that Linear may call: %s', (origin, isPublic) => {
  expect(isPublicAddress(origin)).toBe(isPublic);
});
