import { badArguments, CliError } from './cli-error';
import { exitCodes } from './exit-codes';
import type { Io } from './io';
import { readSettingsFile, removeSettingsFile, writeSettingsFile } from './settings-folder';
import { quote } from './words';

/** The server that commands talk to, and the token that they show it. */
export interface Server {
  /** Without a slash at its end. */
  url: string;
  token: string;
}

const file = 'credentials.json';
const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** TRACKLINE_URL and TRACKLINE_TOKEN win over what `login` stored; a stored token is for its own server only. */
export async function findServer(io: Io): Promise<Server> {
  const { TRACKLINE_URL: givenUrl, TRACKLINE_TOKEN: givenToken } = io.env;
  const stored = await readStored(io);
  const url = givenUrl ? readUrl(givenUrl) : stored?.url;
  if (url === undefined)
    throw notSignedIn('No Trackline server is known yet.', 'Run: trackline login <url>, or set TRACKLINE_URL.');
  const token = givenToken?.trim() || (stored?.url === url ? stored.token : undefined);
  if (token === undefined)
    throw notSignedIn(`You are not signed in at ${url}.`, `Run: trackline login ${url}, or set TRACKLINE_TOKEN.`);
  if (!isToken(token))
    throw notSignedIn('The token is not right: it has spaces or other characters in it.', makeToken(url));
  return { url, token };
}

/** Characters that a header takes. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

export function makeToken(url: string): string {
  return `Make one at ${url}/settings/tokens`;
}

export async function readStored(io: Io): Promise<Server | null> {
  const { url, token } = Object((await readSettingsFile(io, file)) ?? {}) as Record<string, unknown>;
  return typeof url === 'string' && typeof token === 'string' ? { url, token } : null;
}

/** Answers where it is stored. */
export function storeServer(io: Io, server: Server): Promise<string> {
  return writeSettingsFile(io, file, server);
}

export function forgetServer(io: Io): Promise<boolean> {
  return removeSettingsFile(io, file);
}

/** "localhost:3000" and "https://time.example.com/" as addresses to put paths after. */
export function readUrl(text: string): string {
  const typed = text.trim();
  const address = typed.includes('://') ? typed : `${schemeOf(typed)}://${typed}`;
  const isOther = /^[a-z][a-z\d+.-]*:\/\//i.test(address) && !/^https?:/i.test(address);
  const url = !isOther && URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '')
    throw badArguments(`${quote(typed)} is not the address of a server.`, {
      hint: 'Write it like https://time.example.com',
    });
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The token must not cross a network in the clear unless somebody asks for it by writing http://. */
function schemeOf(typed: string): 'http' | 'https' {
  const host = /^(\[[^\]]*\]|[^:/]*)/.exec(typed)?.[0] ?? '';
  return localHosts.has(host.toLowerCase()) ? 'http' : 'https';
}

function notSignedIn(message: string, hint: string): CliError {
  return new CliError(message, { exit: exitCodes.authentication, code: 'not_signed_in', hint });
}
