import { z } from 'zod';
import type { LinearClient } from './client';
import { probeDocument } from './documents';
import { parse, readStates, readTeams, readWorkspace } from './read-lists';
import type { Quota, RemoteState, RemoteTeam, Workspace } from './types';

export interface Probe {
  viewer: { name: string; email: string };
  workspace: Workspace;
  teams: RemoteTeam[];
  states: RemoteState[];
  quota: Quota;
  latencyMs: number;
}

/** Everything that a connection test shows, in one request for workspaces of ordinary size. */
export async function probe(client: LinearClient, signal: AbortSignal): Promise<Probe> {
  const reply = await client.ask(probeDocument, {}, signal);
  return {
    viewer: parse(z.object({ name: z.string(), email: z.string() }), reply, 'viewer'),
    workspace: readWorkspace(reply),
    teams: await readTeams(client, reply, signal),
    states: await readStates(client, reply, signal),
    quota: client.pacing.quota,
    latencyMs: reply.latencyMs,
  };
}
