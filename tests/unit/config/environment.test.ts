import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { environment, readConfig, secretNames } from '@/lib/config/config';
import { AppError } from '@/lib/errors/app-error';

const folder = mkdtempSync(join(tmpdir(), 'trackline-environment-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = 'a-secret-of-more-than-thirty-two-characters';

function refusal(env: Record<string, string>): AppError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The environment was taken.');
}

function secretFile(text: string): string {
  const file = join(folder, `secret-${Math.random()}`);
  writeFileSync(file, text);
  return file;
}

test('env.example names every variable that the app reads, and no other', () => {
  const named = [...readFileSync('env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  const read = [...Object.keys(environment.shape), ...secretNames.map((name) => `${name}_FILE`)];
  expect(named.toSorted()).toEqual(read.toSorted());
});

describe('an empty environment', () => {
  test('is enough', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      dataDir: resolve('data'),
      databaseUrl: `file:${resolve('data')}/trackline.db`,
      exportDir: `${resolve('data')}/exports`,
      appSecret: undefined,
      baseUrl: undefined,
      adminEmail: undefined,
      adminPassword: undefined,
      linearApiUrl: 'https://api.linear.app/graphql',
      logLevel: 'info',
      isProduction: false,
    });
  });

  test('is the same as one with empty values', () => {
    const empty = Object.fromEntries(Object.keys(environment.shape).map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('a given environment', () => {
  test('is read in full', () => {
    const config = readConfig({
      PORT: '8080',
      DATA_DIR: '/srv/trackline',
      DATABASE_URL: 'file:/srv/other.db',
      EXPORT_DIR: '/srv/exports',
      APP_SECRET: secret,
      BASE_URL: 'https://time.example.com/',
      ADMIN_EMAIL: 'Ada@Example.com',
      ADMIN_PASSWORD: 'long-enough-1',
      LOG_LEVEL: 'debug',
      NODE_ENV: 'production',
    });
    expect(config).toMatchObject({
      port: 8080,
      dataDir: '/srv/trackline',
      databaseUrl: 'file:/srv/other.db',
      exportDir: '/srv/exports',
      appSecret: secret,
      baseUrl: 'https://time.example.com',
      adminEmail: 'ada@example.com',
      adminPassword: 'long-enough-1',
      logLevel: 'debug',
      isProduction: true,
    });
  });

  test('puts the database into DATA_DIR', () => {
    expect(readConfig({ DATA_DIR: '/srv/trackline' }).databaseUrl).toBe('file:/srv/trackline/trackline.db');
  });

  test('takes each secret from a file too, without the line end', () => {
    expect(readConfig({ APP_SECRET_FILE: secretFile(`${secret}\n`) }).appSecret).toBe(secret);
    expect(readConfig({ ADMIN_PASSWORD_FILE: secretFile('long-enough-1\n') }).adminPassword).toBe('long-enough-1');
    expect(readConfig({ DATABASE_URL_FILE: secretFile('file:/srv/a.db\n') }).databaseUrl).toBe('file:/srv/a.db');
  });

  test('prefers the value to the file when both are given', () => {
    const env = { APP_SECRET: secret, APP_SECRET_FILE: secretFile(secret.toUpperCase()) };
    expect(readConfig(env).appSecret).toBe(secret);
  });
});

describe('a wrong environment', () => {
  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://localhost/trackline'],
    ['APP_SECRET', 'short'],
    ['BASE_URL', 'time.example.com'],
    ['ADMIN_EMAIL', 'ada'],
    ['ADMIN_PASSWORD', 'short'],
    ['LINEAR_API_URL', 'linear'],
    ['LINEAR_API_URL', 'ftp://api.linear.app'],
    ['LOG_LEVEL', 'loud'],
  ])('is refused with the name of the variable: %s=%s', (name, value) => {
    const error = refusal({ [name]: value });
    expect(error.message).toContain(name);
    expect(error.errors?.map(({ path }) => path)).toEqual([name]);
  });

  test('is refused with every wrong variable at once', () => {
    expect(refusal({ PORT: '0', LOG_LEVEL: 'loud' }).errors?.map(({ path }) => path)).toEqual(['PORT', 'LOG_LEVEL']);
  });

  test('never puts a secret into the message', () => {
    expect(JSON.stringify(refusal({ APP_SECRET: 'hunter2', ADMIN_PASSWORD: 'hunter3' }).message)).not.toMatch(/hunter/);
  });
});

describe('LINEAR_API_URL', () => {
  test.each(['http://localhost:4000/graphql', 'http://127.0.0.1:4000/graphql', 'http://[::1]:4000/graphql'])(
    'may be plain http on this machine: %s',
    (url) => {
      expect(readConfig({ LINEAR_API_URL: url }).linearApiUrl).toBe(url);
    },
  );

  test.each([
    'http://api.linear.app/graphql',
    'http://localhost.example.com/',
    'http://10.0.0.1/',
    'http://127.0.0.1.nip.io/',
  ])('may not be plain http elsewhere: %s', (url) => {
    expect(refusal({ LINEAR_API_URL: url }).message).toContain('must be https');
  });
});
