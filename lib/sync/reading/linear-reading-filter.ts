import type { LinearCollection, LinearQuery } from '@/lib/contracts/linear-collection';
import type { LinearFilter } from '@/lib/db/linear-list';
import { listSource } from '@/lib/db/linear-list-source';
import { listTaskIdsByIdentifier, listTasks } from '@/lib/db/task';
import { listTeamScopesOf } from '@/lib/db/team-scope';
import { AppError, type FieldError } from '@/lib/errors/app-error';

/** Throws for a filter that the collection has no field for: ignored, it would answer more than was asked for. */
export function refuseFilters(collection: LinearCollection, query: LinearQuery): void {
  const source = listSource(collection);
  const lacks: [keyof LinearQuery, boolean, string][] = [
    ['team', query.team !== undefined && source.isOfTeam === null, 'no team'],
    ['project', query.project !== undefined && source.isOfProject === null, 'no project'],
    ['issue', query.issue !== undefined && source.isOfIssue === null, 'no issue'],
    ['updatedFrom', query.updatedFrom !== undefined && !source.isDated, 'no updatedAt'],
    ['updatedTo', query.updatedTo !== undefined && !source.isDated, 'no updatedAt'],
    ['includeArchived', !query.includeArchived && !source.isDated, 'no archivedAt'],
  ];
  const errors: FieldError[] = lacks.flatMap(([path, isRefused, what]) =>
    isRefused ? [{ path, message: `Objects of the collection ${collection} have ${what}.` }] : [],
  );
  if (errors.length > 0)
    throw new AppError('validation_failed', `The collection ${collection} cannot be filtered like that.`, { errors });
}

/** Linear writes its ids in lower case; whoever asks may not. */
export async function readFilter(query: LinearQuery, connectionIds: string[]): Promise<LinearFilter> {
  return {
    teamIds: query.team && (await findTeams(query.team, connectionIds)),
    projectIds: query.project?.map((id) => id.toLowerCase()),
    issueIds: query.issue === undefined ? undefined : await findIssues(query.issue),
    updatedFrom: query.updatedFrom && inLinearsWords(query.updatedFrom),
    updatedTo: query.updatedTo && inLinearsWords(query.updatedTo),
    liveOnly: !query.includeArchived,
    words: query.search?.split(/\s+/).filter((word) => word !== ''),
  };
}

/** Keys or ids, as ids. */
async function findTeams(asked: string[], connectionIds: string[]): Promise<string[]> {
  const scopes = await listTeamScopesOf(connectionIds);
  return asked.flatMap((word) => {
    const found = scopes.filter(
      ({ key, externalTeamId }) => externalTeamId === word.toLowerCase() || key.toUpperCase() === word.toUpperCase(),
    );
    if (found.length === 0) {
      const keys = [...new Set(scopes.map(({ key }) => key))].join(', ');
      throw new AppError('unknown_team', `There is no team ${word}.`, keys === '' ? {} : { hint: `Teams: ${keys}.` });
    }
    return found.map(({ externalTeamId }) => externalTeamId);
  });
}

/** By identifier, a former one too, or by Linear's id, also of an issue that is no task here. */
async function findIssues(asked: string): Promise<string[]> {
  const taskIds = await listTaskIdsByIdentifier([asked.toUpperCase()]);
  const tasks = await listTasks(taskIds);
  return [asked.toLowerCase(), ...tasks.flatMap(({ externalId }) => externalId ?? [])];
}

function inLinearsWords(instant: string): string {
  return new Date(instant).toISOString();
}
