import type { Connection } from '@/lib/contracts/connection';
import type { Api } from './api';
import { badArguments } from './cli-error';
import { nearest } from './nearest';
import { orList, quote } from './words';

/** By id, name or the workspace's name in addresses, whatever the case; without a name, the only one there is. */
export async function findConnection(api: Api, given: string | undefined): Promise<Connection> {
  const all = await api.list<Connection>('/api/v1/connections');
  const [only] = all;
  if (only === undefined)
    throw badArguments('There is no connection yet.', { hint: `Make one at ${api.url}/connections` });
  if (given === undefined) {
    if (all.length === 1) return only;
    const names = all.map(({ name }) => quote(name));
    throw badArguments('There are several connections.', { hint: `Name one: ${orList(names)}` });
  }
  const wanted = given.trim().toLowerCase();
  const found = all.find(({ id, name, workspace }) =>
    [id, name, workspace.urlKey].some((known) => known.toLowerCase() === wanted),
  );
  if (found !== undefined) return found;
  const near = nearest(
    given,
    all.map(({ name }) => name),
  );
  throw badArguments(`There is no connection ${quote(given)}.`, {
    code: 'unknown_connection',
    hint: `Did you mean ${orList(near.map(quote))}?`,
    details: { nearest: near },
  });
}
