import type { PlannedAction } from '@/lib/contracts/run';
import { listUnmet } from '@/lib/db/missing-task';
import { listStoredTasks } from '@/lib/db/synced-task';
import { listTeamScopes } from '@/lib/db/team-scope';
import { chunk } from '@/lib/kit/chunk';
import { readIssuesById } from '@/lib/linear/read-issues';
import type { IssuePage } from '@/lib/linear/types';
import { summarizeChanges } from '@/lib/tracking/summarize-changes';
import { type ApplyContext, countActions, emptyCounts, planIssues } from './apply-issues';
import { askLook } from './ask-look';
import { afterLook, readCheckpoint } from './checkpoint';
import type { Action } from './plan';
import { start } from './position';
import { startReading } from './read-work';
import { listGone } from './settle-missing';
import { applyContext, mergePages, type Storing, syncedWalks } from './store';
import { afterPage, nextWork, progressOf, type WalkState } from './walk-state';

const longestTitle = 300;

/** Reads and plans as a run would, and keeps the plan instead of carrying it out. Within the same budget of pages. */
export async function dryRun(at: Storing, isFull: boolean): Promise<'complete' | 'partial'> {
  const { connection, client } = at;
  const asked = await askLook(at);
  const scopes = await listTeamScopes(connection.id);
  const walks = syncedWalks(scopes).map((walk) =>
    isFull ? { ...walk, state: 'pending' as const, position: start, seen: 0 } : walk,
  );
  const context = withPlaceholders(
    await applyContext(at, scopes),
    connection.allTeams ? asked.answer.teams.map(({ id }) => id) : walks.map(({ teamId }) => teamId),
  );
  let state: WalkState = {
    checkpoint: afterLook(readCheckpoint(connection.checkpoint), asked.answer, asked.floors, asked.times),
    walks,
  };
  const missing: Unmet[] = [];
  const met = new Set<string>();
  // With nothing seen yet the look's one row comes again in its walk.
  if (asked.floors.from !== null) await notePlan(at, unmet(mergePages(asked.answer), met), context, state, 0);
  let budget = connection.maxPagesPerRun;
  for (let pending = startReading(client, state, asked.reach, budget, at.signal); pending; ) {
    const page = await pending.page;
    const after = afterPage(state, pending.work, page);
    state = after.state;
    budget -= 1;
    pending = startReading(client, state, asked.reach, budget, at.signal);
    await notePlan(at, unmet(page, met), context, state, 1);
    if (after.walked) missing.push(...(await listUnmet({ connectionId: connection.id, ...after.walked.covered })));
  }
  for (const some of chunk(missing, client.pageSize)) {
    if (budget-- <= 0) return 'partial';
    await noteMissing(at, some, context, state);
  }
  return nextWork(state) ? 'partial' : 'complete';
}

/** Nothing is stored, so what was planned once would be planned again when its walk meets it. */
function unmet(page: IssuePage, met: Set<string>): IssuePage {
  const isNew = ({ id }: { id: string }) => !met.has(id);
  const rest = { ...page, issues: page.issues.filter(isNew), unreadable: page.unreadable.filter(isNew) };
  for (const { id } of [...rest.issues, ...rest.unreadable]) met.add(id);
  return rest;
}

/** Teams that have no project yet get one in a real run; a plan only needs to know that they are synced. */
function withPlaceholders(context: ApplyContext, teamIds: string[]): ApplyContext {
  return {
    ...context,
    projectOfTeam: new Map(teamIds.map((id) => [id, context.projectOfTeam.get(id) ?? 'new project'])),
  };
}

async function notePlan(
  at: Storing,
  page: IssuePage,
  context: ApplyContext,
  state: WalkState,
  pages: number,
): Promise<void> {
  const actions = await planIssues(page.issues, context);
  const failures = page.unreadable.map(({ id, identifier, message }) => ({ identifier, externalId: id, message }));
  at.held.note({ counts: countActions(actions, failures), failures }, pages);
  at.held.notePlanned(actions.flatMap(describe));
  await save(at, state);
}

interface Unmet {
  externalId: string;
  teamId: string | null;
}

async function noteMissing(at: Storing, missing: Unmet[], context: ApplyContext, state: WalkState): Promise<void> {
  const asked = missing.map(({ externalId, teamId }) => ({ id: externalId, teamId }));
  const page = await readIssuesById(at.client, asked, at.signal);
  const goneIds = listGone(missing, page).map(({ externalId }) => externalId);
  const gone = [...(await listStoredTasks(goneIds)).values()];
  at.held.note({ counts: { ...emptyCounts(), gone: gone.length }, failures: [] }, 1);
  at.held.notePlanned(
    gone.map(({ identifier, title }) => ({
      kind: 'gone',
      identifier,
      title: title.slice(0, longestTitle),
      detail: 'Linear no longer has it',
    })),
  );
  await notePlan(at, page, context, state, 0);
}

async function save({ held, client }: Storing, state: WalkState): Promise<void> {
  const progress = progressOf(state, held.counts.fetched);
  await held.save({ ...held.numbers(client), progressDone: progress.done, progressTotal: progress.total });
}

const kindOfChange = {
  updated: 'update',
  moved: 'move',
  archived: 'archive',
  trashed: 'trash',
  restored: 'restore',
  gone: 'gone',
} as const;

function describe(action: Action): PlannedAction[] {
  if (action.kind !== 'create' && action.kind !== 'update') return [];
  const { identifier, title } = action.issue;
  const shown = { identifier, title: title.slice(0, longestTitle) };
  if (action.kind === 'create') return [{ kind: 'create', ...shown, detail: `New task in ${action.issue.team.name}` }];
  return [{ kind: kindOfChange[action.change], ...shown, detail: summarizeChanges('updated', action.changes) }];
}
