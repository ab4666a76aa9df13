import type { ListOf } from '@/lib/contracts/common';
import type { LinearObjectOf } from '@/lib/contracts/linear-collection';
import type { Task } from '@/lib/contracts/task';
import type { Api } from './api';
import { badArguments, CliError } from './cli-error';
import { exitCodes } from './exit-codes';
import { identifiersIn, readBranch } from './git-branch';
import { quote } from './words';

const tried = 5;

/** By identifier, an old one too, by Linear's address of it, or by UUID: Linear's of the issue, or ours of the task. */
export async function getTask(api: Api, given: string): Promise<Task> {
  const name = issueName(given);
  return (isUuid(name) ? getById(api, name.toLowerCase()) : getByIdentifier(api, name)).catch((error: unknown) => {
    throw error instanceof CliError && error.exit === exitCodes.issueNotFound ? unknownIssue(name, error) : error;
  });
}

function getByIdentifier(api: Api, name: string): Promise<Task> {
  return api.get<Task>(`/api/v1/tasks/by-identifier/${encodeURIComponent(name)}`, { about: 'issue' });
}

async function getById(api: Api, id: string): Promise<Task> {
  const query = { issue: id, limit: 1 };
  const { items } = await api.get<ListOf<LinearObjectOf<'issues'>>>('/api/v1/linear/issues', { query });
  return api.get<Task>(`/api/v1/tasks/${encodeURIComponent(items[0]?.taskId ?? id)}`, { about: 'issue' });
}

function unknownIssue(name: string, cause: CliError): CliError {
  const { exit, code, details } = cause;
  const hint = 'It may be newer than the last sync, or of a team that is not synced.';
  return new CliError(`Trackline knows no issue ${name}.`, { exit, code, details, hint, cause });
}

/** As the API takes it: of an address, at Linear or of a task here, what stands in it. */
export function issueName(given: string): string {
  const [, atLinear] = /\/issue\/([a-z0-9]+-\d+)/i.exec(given) ?? [];
  const [, here] = /\/tasks\/([0-9a-f-]{36})/i.exec(given) ?? [];
  return atLinear ?? here ?? given.trim();
}

/** The task that the branch in this folder is about. */
export async function getTaskOfBranch(api: Api, cwd: string): Promise<Task> {
  const branch = await readBranch(cwd);
  const hint = 'Name the issue: trackline start ENG-42';
  if (branch === null) throw badArguments('No issue is named, and this folder is on no git branch.', { hint });
  const named = identifiersIn(branch).slice(0, tried);
  if (named.length === 0)
    throw badArguments(`No issue is named, and the branch ${quote(branch)} names none either.`, { hint });
  for (const identifier of named) {
    const task = await getTask(api, identifier).catch(nullIfMissing);
    if (task !== null) return task;
  }
  throw new CliError(`The branch ${quote(branch)} names no issue that Trackline knows: ${named.join(', ')}.`, {
    exit: exitCodes.issueNotFound,
    code: 'issue_not_found',
    hint,
  });
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text.trim());
}

function nullIfMissing(error: unknown): null {
  if (error instanceof CliError && error.exit === exitCodes.issueNotFound) return null;
  throw error;
}
