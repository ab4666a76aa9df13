import { type APIRequestContext, type Browser, type BrowserContext, request } from '@playwright/test';
import { z } from 'zod';
import { expect } from './fixtures';

const member = { name: 'Grace Ellery', email: 'grace@trackline.example', password: 'battery-staple-1' };

/** Invites a member and opens a browser in which they are signed in. */
export async function signInMember(api: APIRequestContext, url: string, browser: Browser): Promise<BrowserContext> {
  const { name, email, password } = member;
  const link = z.object({ url: z.string() }).parse(await (await api.post('/api/v1/links', { data: { email } })).json());
  const token = new URL(link.url).pathname.split('/').at(-1);
  const anyone = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  const person = { name, password, timeZone: 'Europe/Berlin' };
  const accepted = await anyone.post(`/api/v1/links/by-token/${token}/accept`, { data: person });
  expect(accepted.ok(), await accepted.text()).toBe(true);
  const storageState = await anyone.storageState();
  await anyone.dispose();
  return browser.newContext({ baseURL: url, storageState });
}
