import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWebhook, deleteWebhook } from '@/lib/linear/webhooks';
import { forPerson } from '@/lib/sync/open-client';

const id = '6f1b1f0a-6f0c-4c0e-9d55-0c1f6a3e7b11';
const none = { data: null, errors: [{ message: 'Entity not found: Webhook', extensions: {} }] };
const there = { data: { webhook: { id, secret: null } } };

/** Takes every mutation and does none. */
let server: Server;
let found: object;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const asked = await text(request);
    const [field] = /webhook(Create|Delete)/.exec(asked) ?? [];
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(field ? { data: { [field]: { success: false } } } : found));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => new Promise((closed) => server.close(closed)));

const maker = () => {
  const { port } = server.address() as AddressInfo;
  return forPerson('lin_api_x', { url: `http://127.0.0.1:${port}/graphql`, now: () => new Date() });
};
const make = () => {
  const webhook = { id, url: 'https://time.example.com/x', secret: 's', label: 'Trackline', teamId: null };
  return createWebhook(maker(), webhook, AbortSignal.timeout(5_000));
};

it('is not there when Linear took the wish and did not do it', async () => {
  found = none;
  await expect(make()).rejects.toMatchObject({ code: 'linear_bad_answer' });
});

it('is there when a look finds it, whatever was answered', async () => {
  found = there;
  expect(await make()).toEqual({ kind: 'there' });
});

it('is not deleted before Linear says so', async () => {
  await expect(deleteWebhook(maker(), id)).rejects.toMatchObject({ code: 'linear_bad_answer' });
});
