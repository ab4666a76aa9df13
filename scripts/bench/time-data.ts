import Database from 'better-sqlite3';
import { newId } from '@/lib/kit/new-id';
import { addDays, weekdayOf } from '@/lib/time/local-day';
import { labelText, searchText } from '@/lib/tracking/search-text';
import { makeTitle } from './titles';

export interface TimeDataSize {
  tasks: number;
  entries: number;
  people?: number;
  projects?: number;
  /** First and last day of the time; working days only. */
  from?: string;
  to?: string;
}

export interface TimeData {
  personIds: string[];
  projectIds: string[];
  taskIds: string[];
  from: string;
  to: string;
}

const colors = ['#5b5bd6', '#0d74ce', '#0f8a7a', '#3d8b40', '#8a6d00', '#c2560c', '#cd2b31', '#c2298a'];
const labels = ['bug', 'feature', 'docs', 'ui', 'chore'];

/** Plausible people, tasks and time, the same at every call but for the ids, written straight into a migrated database that nobody has open. */
export function fillTimeData(file: string, size: TimeDataSize): TimeData {
  const { people = 50, projects = 20, from = '2025-01-01', to = '2025-12-31' } = size;
  const sqlite = new Database(file);
  // Nothing here must survive a crash.
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('cache_size = -200000');
  const projectIds = fillProjects(sqlite, projects);
  const personIds = fillPeople(sqlite, people);
  const taskIds = fillTasks(sqlite, size.tasks, projectIds);
  fillEntries(sqlite, size.entries, { personIds, projectIds, taskIds, from, to });
  sqlite.close();
  return { personIds, projectIds, taskIds, from, to };
}

function fillProjects(sqlite: Database.Database, count: number): string[] {
  const insert = sqlite.prepare(
    `INSERT INTO project (id, name, color, source, external_id, key, created_at, updated_at) VALUES (?, ?, ?, 'linear', ?, ?, ?, ?)`,
  );
  const at = '2024-12-01T08:00:00.000+00:00';
  return Array.from({ length: count }, (_, n) => {
    const id = newId();
    insert.run(id, `Team ${n + 1}`, colors[n % colors.length], `team-${n}`, `T${n}`, at, at);
    return id;
  });
}

function fillPeople(sqlite: Database.Database, count: number): string[] {
  const insert = sqlite.prepare(
    `INSERT INTO "user" (id, name, email, email_verified, role, created_at, updated_at) VALUES (?, ?, ?, 1, 'member', ?, ?)`,
  );
  const at = '2024-12-01T08:00:00.000+00:00';
  return Array.from({ length: count }, (_, n) => {
    const id = newId();
    insert.run(id, `Person ${n + 1}`, `person-${n + 1}@trackline.example`, at, at);
    return id;
  });
}

function fillTasks(sqlite: Database.Database, count: number, projectIds: string[]): string[] {
  const insert = sqlite.prepare(
    `INSERT INTO task (id, project_id, source, external_id, external_team_id, identifier, title, name, status, labels, label_text,
       search_text, assignee_email, assignee_name, estimate, custom_fields, created_at, updated_at)
     VALUES (?, ?, 'linear', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const taskIds: string[] = [];
  sqlite.transaction(() => {
    for (let n = 1; n <= count; n++) {
      const team = n % projectIds.length;
      const [id, identifier, title] = [newId(), `T${team}-${n}`, makeTitle(n)];
      const names = labels.filter((_, at) => (n >> at) % 3 === 0);
      const at = new Date(Date.UTC(2025, 0, 1) + (n % 364) * 86_400_000).toISOString().replace('Z', '+00:00');
      insert.run(
        id,
        projectIds[team],
        `issue-${n}`,
        `team-${team}`,
        identifier,
        title,
        `${identifier}: ${title}`,
        n % 3 === 0 ? 'done' : 'todo',
        JSON.stringify(names.map((name) => ({ name, color: '#5b5bd6' }))),
        labelText(names),
        searchText({ identifier, previousIdentifiers: [], title }),
        `person-${(n % 50) + 1}@trackline.example`,
        `Person ${(n % 50) + 1}`,
        (n % 8) + 1,
        JSON.stringify({ integration: integrationOf(n, team, identifier) }),
        at,
        at,
      );
      taskIds.push(id);
    }
  })();
  return taskIds;
}

function integrationOf(n: number, team: number, identifier: string): Record<string, unknown> {
  const cycle = n % 26;
  return {
    source: 'linear',
    ref: `issue-${n}`,
    identifier,
    url: `https://linear.app/bench/issue/${identifier}`,
    team: { id: `team-${team}`, key: `T${team}`, name: `Team ${team + 1}` },
    state: { id: `state-${team}-${n % 5}`, name: 'In Progress', type: 'started' },
    project: n % 4 === 0 ? null : { id: `initiative-${n % 30}`, name: `Initiative ${n % 30}` },
    cycle: n % 5 === 0 ? null : { id: `cycle-${team}-${cycle}`, number: cycle, name: null },
    parent: null,
    previousIdentifiers: [],
    updatedAt: '2025-06-01T00:00:00.000Z',
  };
}

function fillEntries(sqlite: Database.Database, count: number, data: TimeData): void {
  const insert = sqlite.prepare(
    `INSERT INTO time_entry (id, user_id, task_id, project_id, made_in_project_id, started_at, ended_at, "on", time_zone,
       duration_seconds, description, billable, tags, tag_text, rate, source, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'UTC', ?, ?, ?, ?, ?, ?, 'timer', ?, ?)`,
  );
  const { personIds, projectIds, taskIds } = data;
  const days = workingDays(data.from, data.to);
  const perDay = Math.ceil(count / days.length);
  const perPerson = Math.ceil(perDay / personIds.length);
  let written = 0;
  const writeDay = sqlite.transaction((day: string, at: number) => {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    for (let n = 0; n < perDay && written < count; n++, written++) {
      const [person, turn] = [n % personIds.length, Math.floor(n / personIds.length)];
      // A person stays with a handful of tasks for a week or so, then goes on to others.
      const task = (person * 7919 + Math.floor(at / 6) * 31 + (turn % 8) * 17) % taskIds.length;
      const slot = Math.floor(36_000 / perPerson);
      const seconds = Math.max(1, Math.floor(slot * (0.4 + ((n * 37 + at) % 60) / 100)));
      const start = midnight + (7 * 3_600 + turn * slot) * 1_000;
      const project = projectIds[(task + 1) % projectIds.length];
      const isTagged = n % 10 === 0;
      insert.run(
        newId(start),
        personIds[person],
        n % 40 === 0 ? null : taskIds[task],
        project,
        project,
        stamp(start),
        stamp(start + seconds * 1_000),
        day,
        seconds,
        n % 3 === 0 ? makeTitle(n + at) : '',
        n % 5 === 0 ? 0 : 1,
        isTagged ? '["review"]' : '[]',
        isTagged ? '|review|' : '|',
        n % 7 === 0 ? null : 8_000 + (person % 5) * 1_000,
        stamp(start),
        stamp(start),
      );
    }
  });
  days.forEach((day, at) => {
    writeDay(day, at);
  });
}

function workingDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekdayOf(day) % 6 !== 0) days.push(day);
  return days;
}

/** As Prisma writes an instant to SQLite. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace('Z', '+00:00');
}
