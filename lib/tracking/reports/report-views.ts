import type { PersonActor } from '@/lib/auth/actor';
import { type ReportView, type ReportViewChange, type ReportViewInput, reportQuery } from '@/lib/contracts/report';
import {
  createReportView,
  deleteReportView,
  getReportView,
  listReportViews,
  type ReportViewRow,
  updateReportView,
} from '@/lib/db/report-view';
import { AppError } from '@/lib/errors/app-error';
import { newId } from '@/lib/kit/new-id';

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** The person's own views, by name. */
export async function listViews(actor: PersonActor): Promise<{ items: ReportView[] }> {
  const items = (await listReportViews(actor.userId)).map(toView);
  return { items: items.sort((a, b) => byName.compare(a.name, b.name)) };
}

export async function createView(actor: PersonActor, { name, query }: ReportViewInput, now: Date): Promise<ReportView> {
  const id = newId(now.getTime());
  return toView(await createReportView({ id, userId: actor.userId, name, query: JSON.stringify(query), now }));
}

/** Throws `not_found` for somebody else's, as for none. */
export async function changeView(
  actor: PersonActor,
  viewId: string,
  { name, query }: ReportViewChange,
  now: Date,
): Promise<ReportView> {
  const change = { ...(name !== undefined && { name }), ...(query !== undefined && { query: JSON.stringify(query) }) };
  const changed = await updateReportView(viewId, actor.userId, { ...change, now });
  const view = changed ? await getReportView(viewId, actor.userId) : null;
  if (view === null) throw noSuchView();
  return toView(view);
}

export async function deleteView(actor: PersonActor, viewId: string): Promise<void> {
  if (!(await deleteReportView(viewId, actor.userId))) throw noSuchView();
}

function toView({ id, name, query, createdAt, updatedAt }: ReportViewRow): ReportView {
  return {
    id,
    name,
    query: reportQuery.parse(JSON.parse(query)),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function noSuchView(): AppError {
  return new AppError('not_found', 'You have no such view.');
}
