import { type PersonActor, requireAdmin } from '@/lib/auth/actor';
import type { BudgetInput, Project, ProjectChange } from '@/lib/contracts/project';
import { inTransaction } from '@/lib/db/client';
import { getProject as getProjectRow, type ProjectRow, type ProjectUpdate, updateProject } from '@/lib/db/project';
import { AppError } from '@/lib/errors/app-error';
import { getProject } from './get-project';
import { refuseSyncedFields } from './refuse-synced-fields';

const ownFields = ['color', 'description', 'archived', 'billable', 'budget'];

/**
 * Changes a project. Everyone may change colour, description and the name of a hand-made one; the name of an imported one
 * belongs to Linear and throws `synced_field`. Only admins archive and restore, because that takes the project out of
 * everyone's lists, and say what its time costs: billable and budget. Nothing is ever deleted: time hangs on it.
 */
export async function changeProject(
  actor: PersonActor,
  projectId: string,
  change: ProjectChange,
  now: Date,
): Promise<Project> {
  if ([change.archived, change.billable, change.budget].some((value) => value !== undefined)) requireAdmin(actor);
  await inTransaction(async (tx) => {
    const project = await getProjectRow(projectId, tx);
    if (project === null) throw new AppError('not_found', 'There is no such project.');
    if (project.source !== 'manual') refuseSyncedFields('project', change, ownFields);
    const update = planUpdate(project, change, now);
    if (Object.keys(update).length > 0) await updateProject(projectId, update, now, tx);
  });
  return getProject(actor, projectId);
}

/** Only what differs, so that nothing is written for a project that is as wanted already. */
function planUpdate(
  project: ProjectRow,
  { name, color, description, archived, billable, budget }: ProjectChange,
  now: Date,
): ProjectUpdate {
  const update: ProjectUpdate = {};
  if (name !== undefined && name !== project.name) update.name = name;
  if (color !== undefined && color !== project.color) update.color = color;
  if (description !== undefined && (description || null) !== project.description)
    update.description = description || null;
  if (archived !== undefined && archived !== (project.archivedAt !== null)) update.archivedAt = archived ? now : null;
  if (billable !== undefined && billable !== project.billable) update.billable = billable;
  if (budget !== undefined && !isBudgetOf(project, budget)) {
    update.budgetKind = budget?.kind ?? null;
    update.budgetAmount = budget?.amount ?? null;
  }
  return update;
}

function isBudgetOf({ budgetKind, budgetAmount }: ProjectRow, budget: BudgetInput | null): boolean {
  return budgetKind === (budget?.kind ?? null) && budgetAmount === (budget?.amount ?? null);
}
