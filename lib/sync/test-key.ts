import type { AdminActor } from '@/lib/auth/actor';
import type { Quota, TestResult } from '@/lib/contracts/connection';
import { getConnection, getConnectionOfWorkspace } from '@/lib/db/connection';
import { listTeamScopes } from '@/lib/db/team-scope';
import { AppError } from '@/lib/errors/app-error';
import { seconds } from '@/lib/kit/sleep';
import { fullPage } from '@/lib/linear/client';
import { normalizeKey } from '@/lib/linear/normalize-key';
import { type Probe, probe } from '@/lib/linear/probe';
import type { Quota as LinearQuota } from '@/lib/linear/types';
import { open } from '@/lib/secrets/sealed';
import { matchTeams } from './match-teams';
import { clientWithKey, type LinearAccess } from './open-client';

export interface Calling {
  access: LinearAccess;
  signal: AbortSignal;
}

/** Somebody is waiting at the screen: no retries, and a refusal for the rate limit is shown at once. */
const impatient = { retryBudgetMs: 0, longestWaitMs: 0 };

/** What a key can reach. Throws what is wrong with it. */
export function probeKey(apiKey: string, { access, signal }: Calling): Promise<Probe> {
  return probe(clientWithKey(normalizeKey(apiKey), { timeoutMs: seconds(30), ...access, ...impatient }), signal);
}

/** Tests a key that is not saved yet. What Linear refuses is an answer here, not an error. */
export async function testKey(
  _actor: AdminActor,
  input: { apiKey: string; teamKeys?: string[] | undefined },
  calling: Calling,
): Promise<TestResult> {
  return describeProbe(calling, async () => {
    const probed = await probeKey(input.apiKey, calling);
    return {
      probed,
      matched: matchTeams(
        input.teamKeys ?? [],
        probed.teams.map(({ key }) => key),
      ),
      connectedAs: await getConnectionOfWorkspace(probed.workspace.id),
    };
  });
}

export async function testConnection(_actor: AdminActor, connectionId: string, calling: Calling): Promise<TestResult> {
  const connection = await getConnection(connectionId);
  if (!connection) throw new AppError('not_found', 'This connection does not exist.');
  const scopes = await listTeamScopes(connectionId);
  return describeProbe(calling, async () => {
    const probed = await probeKey(open(connection.keySealed, connection.id), calling);
    const selected = new Set(scopes.filter((scope) => scope.selected).map(({ externalTeamId }) => externalTeamId));
    const keys = connection.allTeams ? [] : probed.teams.filter(({ id }) => selected.has(id)).map(({ key }) => key);
    return { probed, matched: { keys, unknown: [] }, connectedAs: { id: connection.id, name: connection.name } };
  });
}

interface Tested {
  probed: Probe;
  matched: ReturnType<typeof matchTeams>;
  connectedAs: { id: string; name: string } | null;
}

async function describeProbe({ access }: Calling, test: () => Promise<Tested>): Promise<TestResult> {
  const checkedAt = access.now().toISOString();
  try {
    const { probed, matched, connectedAs } = await test();
    const isSelected = (key: string) =>
      matched.keys.includes(key) || (matched.keys.length === 0 && matched.unknown.length === 0);
    const teams = probed.teams.map(({ id, key, name, issueCount }) => ({
      id,
      key,
      name,
      issueCount,
      selected: isSelected(key),
    }));
    const keyOfTeam = new Map(probed.teams.map(({ id, key }) => [id, key]));
    return {
      ok: true,
      checkedAt,
      latencyMs: probed.latencyMs,
      viewer: probed.viewer,
      workspace: probed.workspace,
      teams,
      unknownTeamKeys: matched.unknown,
      workflowStates: probed.states.flatMap(({ id, name, type, color, position, teamId, archivedAt }) =>
        archivedAt === null ? [{ id, name, type, color, position, teamId, teamKey: keyOfTeam.get(teamId) ?? '' }] : [],
      ),
      quota: asQuota(probed.quota),
      estimate: estimate(
        teams.filter(({ selected }) => selected),
        probed.latencyMs,
      ),
      connectedAs,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, checkedAt, error: { code: error.code, message: error.message, hint: error.hint ?? '' } };
  }
}

/** Linear needs longer for a full page of issues than for the test, by about this much. */
const pageWorkMs = 400;

function estimate(teams: { issueCount: number }[], latencyMs: number) {
  const issues = teams.reduce((sum, { issueCount }) => sum + issueCount, 0);
  const pages = teams.reduce((sum, { issueCount }) => sum + Math.ceil(issueCount / fullPage), 0);
  return { issues, pages, seconds: Math.ceil((pages * (latencyMs + pageWorkMs)) / 1_000) };
}

function asQuota(quota: LinearQuota): Quota {
  const bucket = (value: LinearQuota['requests']) =>
    value && { ...value, resetAt: value.resetAt?.toISOString() ?? null };
  return { requests: bucket(quota.requests), complexity: bucket(quota.complexity) };
}
