import type { ReportQuery } from '@/lib/contracts/report';
import type { TaskStatus } from '@/lib/contracts/task';
import { listPersonNames, listProjectColors, listTaskNames } from '@/lib/db/report-names';
import { listReportProjects } from '@/lib/db/report-options';
import { readTaskWords } from './report-options';
import type { ReportReader } from './report-reader';

const statusNames: Record<TaskStatus, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  done: 'Done',
  canceled: 'Canceled',
};

/** What a report leaves out, in words: "Project: Alpha, Beta". */
export async function filterWords(reader: ReportReader, query: ReportQuery): Promise<string[]> {
  const { userId, projectId, taskId, team, linearProject, cycle } = query;
  const [people, projects, tasks, teams, words] = await Promise.all([
    userId && listPersonNames(),
    projectId && listProjectColors(),
    taskId && listTaskNames(taskId),
    team && listTeams(),
    (linearProject || cycle) && readTaskWords(reader.seesEveryone ? undefined : reader.userId),
  ]);
  const line = (what: string, values: readonly string[] | undefined, names?: ReadonlyMap<string, string>) =>
    values === undefined ? [] : [`${what}: ${values.map((value) => names?.get(value) ?? value).join(', ')}`];
  return [
    ...line('Person', userId, nameById(people)),
    ...line('Project', projectId, nameById(projects)),
    ...line('Task', taskId, nameById(tasks)),
    ...line('Team', team, nameById(teams)),
    ...line('Linear project', linearProject, words?.linearProjects),
    ...line('Cycle', cycle, nameById(words && [...words.cycles.values()])),
    ...line('Label', query.label),
    ...line('Assignee', query.assignee, new Map([['none', 'nobody']])),
    ...line('Status', query.status, new Map(Object.entries(statusNames))),
    ...line('Tag', query.tag),
    ...(query.billable === undefined ? [] : [query.billable === 'true' ? 'Billable only' : 'Not billable only']),
  ];
}

function nameById(items: readonly { id: string; name: string }[] | undefined): Map<string, string> | undefined {
  return items && new Map(items.map(({ id, name }) => [id, name]));
}

async function listTeams(): Promise<{ id: string; name: string }[]> {
  const projects = await listReportProjects();
  return projects.flatMap(({ externalId: id, name }) => (id === null ? [] : [{ id, name }]));
}
