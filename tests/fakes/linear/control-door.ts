import { z } from 'zod';
import { runOperation } from './control-operations';
import type { LinearSimulator } from './linear-simulator';
import { type Person, startPerson } from './person';
import { plainIssue } from './plain-issue';

export interface ControlRequest {
  pathname: string;
  searchParams: URLSearchParams;
  /** The body of a POST; undefined for a GET. */
  text: string | undefined;
}

export interface ControlDoor {
  handle(request: ControlRequest): Promise<{ status: number; body: unknown }>;
  close(): void;
}

const command = z.strictObject({
  op: z.string(),
  args: z.array(z.unknown()).default([]),
  /** Whose deed it is, in histories and webhooks: a user by id, e-mail or name. */
  as: z.string().optional(),
});
const personOptions = z.strictObject({ seed: z.number().optional(), everyMs: z.number().optional() });

function stateOf(simulator: LinearSimulator, withIssues: boolean) {
  const { workspace, requests, faults } = simulator;
  const all = [...workspace.issues.values()];
  const counts = {
    teams: workspace.teams.size,
    users: workspace.users.size,
    issues: all.length,
    archived: all.filter((issue) => issue.archivedAt !== null && issue.trashed !== true).length,
    trashed: all.filter((issue) => issue.trashed === true).length,
    projects: workspace.projects.size,
    milestones: workspace.milestones.size,
    documents: workspace.documents.size,
    cycles: workspace.cycles.size,
    labels: workspace.labels.size,
    comments: workspace.comments.size,
    attachments: workspace.attachments.size,
    relations: workspace.relations.size,
    notifications: workspace.notifications.size,
    requests: requests.length,
    complexity: requests.totalCost,
    pendingFaults: faults.pending,
    webhooks: workspace.webhooks.size,
    deliveries: simulator.webhooks.attempts.length,
  };
  const teams = [...workspace.teams.values()].map(({ id, key, name }) => ({ id, key, name }));
  const keys = workspace.keys.map(({ value, user, revoked }) => ({ value, user: user.email, revoked }));
  const base = { counts, teams, keys, url: simulator.url, now: workspace.now() };
  const { urlKey } = workspace.organization;
  return withIssues ? { ...base, issues: all.map((issue) => plainIssue(issue, urlKey)) } : base;
}

/** Lets other processes (the browser tests, the benchmark, the demo) drive the simulator. */
export function openControlDoor(simulator: LinearSimulator): ControlDoor {
  let person: Person | undefined;

  function startOrStopPerson(op: string, args: unknown[]): boolean {
    if (op !== 'startPerson' && op !== 'stopPerson') return false;
    person?.stop();
    const { seed = 1, everyMs = 3000 } = personOptions.parse(args[0] ?? {});
    person = op === 'startPerson' ? startPerson(simulator.workspace, { seed, everyMs }) : undefined;
    return true;
  }

  async function post(text: string): Promise<{ status: number; body: unknown }> {
    try {
      const { op, args, as } = command.parse(JSON.parse(text));
      if (startOrStopPerson(op, args)) return { status: 200, body: { ok: true } };
      const { workspace } = simulator;
      const actor = as === undefined ? null : workspace.user(as);
      const result = await workspace.changes.as(actor, () => runOperation(simulator, op, args));
      return { status: 200, body: { ok: true, result: result ?? null } };
    } catch (error) {
      return { status: 422, body: { ok: false, error: error instanceof Error ? error.message : String(error) } };
    }
  }

  return {
    async handle({ pathname, searchParams, text }) {
      if (pathname === '/_control' && text !== undefined) return post(text);
      const withIssues = searchParams.get('issues') === '1';
      if (pathname === '/_control/state') return { status: 200, body: stateOf(simulator, withIssues) };
      if (pathname === '/_control/webhooks') return { status: 200, body: simulator.webhooks.attempts };
      if (pathname === '/_control/requests') return { status: 200, body: [...simulator.requests] };
      return { status: 404, body: { ok: false, error: `The control door has no ${pathname}.` } };
    },
    close() {
      person?.stop();
    },
  };
}
