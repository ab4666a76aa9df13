import type { PersonActor } from '@/lib/auth/actor';
import type { IssueInput, SendToLinearInput } from '@/lib/contracts/linear-write';
import type { Task } from '@/lib/contracts/task';
import { getTaskIdOfIssue, type WritableTask } from '@/lib/db/linear-write';
import { AppError } from '@/lib/errors/app-error';
import type { IssueCreate } from '@/lib/linear/mutations';
import type { Calling } from '@/lib/sync/test-key';
import { getTask } from '@/lib/tracking/get-task';
import { mustGetWritableTask } from './write-access';
import { afterWriting, doneAndDeletedError, inTheirWords } from './write-errors';
import { versionFour } from './write-ids';
import { findOtherIssue } from './write-other-issue';
import { refuseOddReferences } from './write-references';
import { sendWrite } from './write-send';
import { openTeamWrites, type TeamAccess } from './write-team';
import { inTurn } from './write-turns';

type Writing = Calling & { writeId: string };

/** Makes an issue in a team, and the task that it is here. */
export async function createIssue(actor: PersonActor, input: IssueInput, calling: Writing): Promise<Task> {
  const opened = await openTeamWrites(actor, input, calling);
  const own = { ...plainFields(input), ...(await parentOf(opened, input)) };
  const issueId = await create(opened, { ...own, teamId: opened.team.id, title: input.title }, calling);
  return afterWriting(async () => {
    const made = await getTaskIdOfIssue(issueId);
    if (made === null) throw doneAndDeletedError();
    return getTask(actor, made);
  });
}

/** Makes a hand-made task an issue. It keeps its id, time and notes, and moves to the project of the team. */
export async function sendToLinear(
  actor: PersonActor,
  taskId: string,
  input: SendToLinearInput,
  calling: Writing,
): Promise<Task> {
  const task = await mustGetWritableTask(taskId);
  if (task.source !== 'manual')
    throw new AppError('conflict', 'This task is an issue already.', { hint: 'Reload to see it.' });
  const opened = await openTeamWrites(actor, input, calling);
  const given = { ...plainFields(input), ...(await parentOf(opened, input)) };
  const fields = { ...ownFields(task), ...given, teamId: opened.team.id, title: task.title };
  await inTurn(taskId, () => create(opened, fields, { ...calling, taskId }));
  return afterWriting(() => getTask(actor, taskId));
}

async function create(
  { access, team }: TeamAccess,
  input: IssueCreate,
  { writeId, taskId = null }: { writeId: string; taskId?: string | null },
): Promise<string> {
  await inTheirWords(access.actor.timeZone, () => refuseOddReferences(access, team, input));
  const id = versionFour(writeId);
  const before = { teamId: team.id, description: null };
  await sendWrite(access, { id: writeId, taskId, mutation: { kind: 'create', id, input }, before });
  return id;
}

/** What is not given is left to Linear: its team decides where a new issue begins. */
function plainFields(input: SendToLinearInput): Omit<IssueCreate, 'teamId' | 'title'> {
  const { description, stateId, assigneeId, priority, estimate, dueDate, cycleId, labelIds } = input;
  const fields = { description, stateId, assigneeId, priority, estimate, dueDate, cycleId, labelIds };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given);
}

/** As an id of its own, for `parentId`. */
async function parentOf({ access }: TeamAccess, { parent }: SendToLinearInput): Promise<Pick<IssueCreate, 'parentId'>> {
  return parent === undefined ? {} : { parentId: (await findOtherIssue(access, parent)).id };
}

/** Linear takes whole points alone: others stay behind. */
function ownFields({ priority, estimate, dueDate }: WritableTask): Partial<IssueCreate> {
  return {
    ...(priority === null || priority === 0 ? {} : { priority }),
    ...(estimate === null || !Number.isInteger(estimate) ? {} : { estimate }),
    ...(dueDate === null ? {} : { dueDate }),
  };
}
