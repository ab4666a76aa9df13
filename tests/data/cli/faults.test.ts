import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerUnknownPath } from '@/lib/http/answer-unknown-path';
import { ApiServer } from '@/tests/support/api-server';
import type { CliRig } from '@/tests/support/cli';
import { startTimeRig, type TimeRig } from './time-rig';

let rig: TimeRig;
let server: ApiServer;
let cli: CliRig;

beforeAll(async () => {
  rig = await startTimeRig();
  ({ server, cli } = rig);
});
afterAll(() => rig.stop());
beforeEach(() => {
  server.fault = null;
});

const page = (status: number, headers: Record<string, string> = {}) =>
  new Response('<html><h1>Sign in to the office network</h1></html>', {
    status,
    headers: { 'content-type': 'text/html', ...headers },
  });

describe('no server', () => {
  it('answers 12, names the address and says what to do', async () => {
    const gone = await ApiServer.start();
    await gone.stop();
    const { exit, stdout, stderr } = await cli.run(['status'], { env: { TRACKLINE_URL: gone.url } });
    expect([exit, stdout]).toEqual([12, '']);
    expect(stderr).toBe(
      `Error: There is no server at ${gone.url}.\nStart it with npm start, or name the right one: trackline login <url>, or TRACKLINE_URL.\n`,
    );
  });

  it('says when the name of the server cannot be found', async () => {
    const result = await cli.run(['status', '--json'], { env: { TRACKLINE_URL: 'https://trackline.invalid' } });
    expect(result.exit).toBe(12);
    expect(result.error().message).toContain('trackline.invalid');
  });

  it('takes an address without a scheme for https, unless it is this computer', async () => {
    const host = new URL(server.url).host;
    expect((await cli.run(['status'], { env: { TRACKLINE_URL: host } })).exit).toBe(0);
    const far = await cli.run(['status', '--json'], { env: { TRACKLINE_URL: 'trackline.invalid' } });
    expect(far.error().message).not.toContain('http://');
  });
});

describe('something else in between', () => {
  it.each([200, 403, 404, 500, 502, 503])(
    'answers 12 for a page that is not Trackline’s, with HTTP %i',
    async (status) => {
      server.fault = async () => page(status);
      const result = await cli.run(['status', '--json']);
      expect(result.exit).toBe(12);
      expect(result.error()).toMatchObject({ code: 'not_trackline', status });
      expect(result.stderr).not.toContain('<html>');
    },
  );

  it('says where a redirect leads, and does not follow it with the token', async () => {
    server.fault = async () =>
      new Response(null, { status: 301, headers: { location: 'https://new.example/api/v1/me' } });
    const before = server.requests.length;
    const { exit, stderr } = await cli.run(['stop']);
    expect([exit, stderr]).toEqual([12, expect.stringContaining('trackline login https://new.example')]);
    expect(server.requests).toHaveLength(before + 1);
  });

  it('signs in to nothing that answers JSON of another kind', async () => {
    server.fault = async () => Response.json({ hello: 'world' });
    const result = await cli.run(['login', server.url, '--token', 'tl_x', '--json']);
    expect([result.exit, result.error().code]).toEqual([12, 'not_trackline']);
  });

  it('saves no page as a report', async () => {
    server.fault = async () => page(200);
    expect((await cli.run(['export', 'csv', '-r', 'today'])).exit).toBe(12);
  });
});

describe('an older server', () => {
  it('is named as that, whichever call it lacks', async () => {
    server.fault = (request, answer) => (request.url.includes('/reports/') ? answerUnknownPath(request) : answer());
    for (const args of [['report'], ['export', 'csv']]) {
      const result = await cli.run([...args, '-r', 'today', '--json']);
      expect(result.exit).toBe(1);
      expect(result.error()).toMatchObject({ code: 'server_too_old', status: 404 });
      expect(result.error().hint).toContain('Update the server');
    }
    server.fault = async () => new Response(null, { status: 405 });
    expect((await cli.run(['stop', '--json'])).error().code).toBe('server_too_old');
  });
});

describe('too many requests', () => {
  it('answers 13 and says when, as the server does', async () => {
    const problem = {
      type: 'urn:trackline:problem:too_many_requests',
      title: 'Too many requests',
      status: 429,
      detail: 'Too many attempts.',
      code: 'too_many_requests',
      requestId: 'r1',
    };
    server.fault = async () => Response.json(problem, { status: 429, headers: { 'retry-after': '90' } });
    const now = new Date('2026-11-20T12:00:00Z');
    const result = await cli.run(['status', '--json'], { now });
    expect(result.exit).toBe(13);
    expect(result.error()).toMatchObject({ code: 'too_many_requests', retryAt: '2026-11-20T12:01:30.000Z' });
    expect(result.error().hint).toMatch(/^Try again at \d\d:01\.$/);
  });

  it('answers 13 for that of a proxy too', async () => {
    server.fault = async () => page(429, { 'retry-after': 'Fri, 20 Nov 2026 12:05:00 GMT' });
    const result = await cli.run(['status', '--json'], { now: new Date('2026-11-20T12:00:00Z') });
    expect([result.exit, result.error()['retryAt']]).toEqual([13, '2026-11-20T12:05:00.000Z']);
    server.fault = async () => page(429, { 'retry-after': 'soon' });
    expect((await cli.run(['status'])).stderr).toContain('Try again later.');
  });
});

describe('a fault of the server', () => {
  it('answers 1, with the id that its log has', async () => {
    server.fault = async () =>
      Response.json(
        { code: 'internal', detail: 'Something went wrong.', status: 500, requestId: 'req-7' },
        { status: 500 },
      );
    const result = await cli.run(['status', '--json']);
    expect(result.exit).toBe(1);
    expect(result.error()).toMatchObject({ code: 'internal', requestId: 'req-7' });
  });
});

describe('Ctrl-C', () => {
  it('ends what waits for the server', async () => {
    const interrupt = new AbortController();
    server.fault = async (_, answer) => {
      interrupt.abort(new Error('Interrupted'));
      return answer();
    };
    expect((await cli.run(['status'], { signal: interrupt.signal })).exit).toBe(130);
  });
});

describe('bad arguments', () => {
  it.each([
    [[], 'Name a command.'],
    [['connection'], 'Name a command.'],
    [['strat'], 'Did you mean start?'],
    [['stop', 'ENG-42'], 'Too many arguments'],
    [['status', '--jsn'], 'Did you mean --json?'],
    [['export', 'doc'], 'Allowed choices are csv, xlsx, pdf.'],
    [['completion', 'powershell'], 'Allowed choices are bash, zsh, fish.'],
  ])('answers 2 for %j, in words and as JSON', async (args, said) => {
    const result = await cli.run(args);
    expect([result.exit, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(said);
    const json = await cli.run([...args, '--json']);
    expect([json.exit, json.stdout]).toEqual([2, '']);
    expect(json.error()).toMatchObject({ code: 'bad_arguments', exitCode: 2 });
  });
});
