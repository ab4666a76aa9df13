import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appSecret } from '@/lib/config/app-secret';
import { readConfig, setConfig } from '@/lib/config/config';
import { open, seal } from '@/lib/secrets/sealed';
import { ChildServer } from '@/tests/support/child-server';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trackline-secret-'));
  use();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const use = (secret?: string) =>
  setConfig(readConfig({ DATA_DIR: dataDir, ...(secret ? { APP_SECRET: secret } : {}) }));
const file = () => join(dataDir, 'app-secret');

describe('a sealed key', () => {
  it('opens again in its own row', () => {
    for (const plain of ['lin_api_x', '', 'ключ 😀', 'x'.repeat(10_000)])
      expect(open(seal(plain, 'row'), 'row')).toBe(plain);
  });

  it('tells nothing: not the key, and not that two are the same', () => {
    const [one, two] = [seal('lin_api_secret', 'row'), seal('lin_api_secret', 'row')];
    expect(one).not.toBe(two);
    expect(one + Buffer.from(one, 'base64').toString()).not.toContain('secret');
  });

  it('does not open in another row, with another secret, or changed by one sign', () => {
    use('a'.repeat(32));
    const sealed = seal('lin_api_x', 'row');
    expect(() => open(sealed, 'other row')).toThrow('APP_SECRET');
    const [version, nonce, tag, body] = sealed.split('.');
    const flip = (part = '') => (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
    const wrong = [
      [version, flip(nonce), tag, body],
      [version, nonce, flip(tag), body],
      [version, nonce, tag, flip(body)],
      ['v2', nonce, tag, body],
      [version, nonce, tag?.slice(0, 6), body],
      [version],
      [''],
    ];
    for (const parts of wrong) expect(() => open(parts.join('.'), 'row'), parts.join('.')).toThrow('APP_SECRET');
    use('b'.repeat(32));
    expect(() => open(sealed, 'row')).toThrow('APP_SECRET');
    use('a'.repeat(32));
    expect(open(sealed, 'row')).toBe('lin_api_x');
  });
});

describe('the secret of an installation', () => {
  it('is made once, kept in a file that only its owner reads, and long', () => {
    const secret = appSecret();
    expect(appSecret()).toBe(secret);
    expect(readFileSync(file(), 'utf8').trim()).toBe(secret);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['app-secret']);
  });

  it('is what APP_SECRET says, and then no file is made', () => {
    use('given '.repeat(6));
    expect(appSecret()).toBe('given '.repeat(6));
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('that is damaged is not replaced: every sealed key would be lost', () => {
    writeFileSync(file(), 'short');
    chmodSync(file(), 0o600);
    expect(() => appSecret()).toThrow('backup');
    expect(readFileSync(file(), 'utf8')).toBe('short');
  });

  it('is one for processes that start at the same moment', async () => {
    const children = [1, 2, 3].map(
      () => new ChildServer(['--import', 'tsx', 'tests/support/faulty-secret.ts'], { DATA_DIR: dataDir, BASE_URL: '' }),
    );
    for (const child of children) await child.waitFor('its end', () => undefined).catch(() => undefined);
    const secrets = children.map(({ printed }) => /^secret (.{43})$/m.exec(printed)?.[1]);
    expect(secrets[0]).toBeDefined();
    expect(new Set(secrets).size).toBe(1);
    expect(readdirSync(dataDir)).toEqual(['app-secret']);
  }, 20_000);
});
