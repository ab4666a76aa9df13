import { setImmediate } from 'node:timers/promises';
import type { PersonActor } from '@/lib/auth/actor';
import type { ReportOptions } from '@/lib/contracts/report';
import { listCycleSpans } from '@/lib/db/linear-object';
import { listReportPeople, listReportProjects, listTaskWords } from '@/lib/db/report-options';
import { listTags } from '@/lib/db/tag';
import { listTaskFacets } from '@/lib/tracking/list-task-facets';
import { readCycle, readLinearProject } from './report-keys';

type Cycle = ReportOptions['cycles'][number];

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const tasksAtOnce = 2_000;
const tagsShown = 500;

/** What reports can be filtered by. Of Linear's projects and cycles only those that this person sees time on. */
export async function listReportOptions(actor: PersonActor): Promise<ReportOptions> {
  const userId = actor.role === 'admin' ? undefined : actor.userId;
  const [people, projects, tags, facets, words, spans] = await Promise.all([
    listReportPeople(userId),
    listReportProjects(),
    listTags('', tagsShown),
    listTaskFacets(actor, {}),
    readTaskWords(userId),
    listCycleSpans(),
  ]);
  return {
    people: sorted(people.map(({ id, name, email }) => ({ id, name, hint: email }))),
    projects: sorted(projects.map(({ id, name, key, color }) => ({ id, name, hint: key, color }))),
    teams: sorted(projects.flatMap(({ name, key, externalId: id }) => (id === null ? [] : [{ id, name, hint: key }]))),
    linearProjects: sorted([...words.linearProjects].map(([id, name]) => ({ id, name, hint: null }))),
    cycles: sorted([...words.cycles.values()].map((cycle) => ({ ...cycle, ...daysOf(spans.get(cycle.id)) }))),
    labels: facets.labels.map(({ name }) => ({ id: name, name, hint: null })),
    assignees: facets.assignees.map(({ name, email }) => ({ id: email, name, hint: email })),
    tags: sorted(tags.map((name) => ({ id: name, name, hint: null }))),
  };
}

/** Linear ends a cycle at the instant at which the next begins. */
function daysOf(span: { startsAt: string; endsAt: string } | undefined): Partial<Cycle> {
  if (!span) return {};
  const last = new Date(Date.parse(span.endsAt) - 1).toISOString();
  return { from: span.startsAt.slice(0, 10), to: last.slice(0, 10) };
}

/** Linear's projects and the cycles of tasks that this person, or anybody, has time on; by id. */
export async function readTaskWords(
  userId: string | undefined,
): Promise<{ linearProjects: Map<string, string>; cycles: Map<string, Cycle> }> {
  const linearProjects = new Map<string, string>();
  const cycles = new Map<string, Cycle>();
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof listTaskWords>> = await listTaskWords({
      afterId: after,
      limit: tasksAtOnce,
      userId,
    });
    for (const { linearProject, cycle } of page.words) {
      const project = linearProject === null ? null : readLinearProject(linearProject);
      if (project !== null) linearProjects.set(project.id, project.name);
      const known = cycle === null ? null : readCycle(cycle);
      if (known !== null) cycles.set(known.id, { ...known, hint: null });
    }
    after = page.next;
    // The database answers without ever letting anything else run: others have their turn here.
    await setImmediate();
  }
  return { linearProjects, cycles };
}

function sorted<T extends { name: string }>(options: T[]): T[] {
  return options.sort((a, b) => byName.compare(a.name, b.name));
}
