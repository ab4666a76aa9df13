import Database from 'better-sqlite3';
import { newId } from '@/lib/kit/new-id';
import { searchText } from '@/lib/tracking/search-text';
import { startApp } from '@/tests/support/e2e-server';
import { percentile, type Row } from './row';
import { signIn } from './sign-in';
import { makeTitle, words } from './titles';

const tasks = 100_000;

/** Plausible tasks, written straight into the database of a stopped app. */
function fill(file: string): void {
  const sqlite = new Database(file);
  const now = new Date().toISOString();
  sqlite
    .prepare(
      "INSERT INTO project (id, name, color, source, created_at, updated_at) VALUES ('p', 'All', '#5b5bd6', 'manual', ?, ?)",
    )
    .run(now, now);
  const insert = sqlite.prepare(
    `INSERT INTO task (id, project_id, source, external_id, identifier, title, name, status, search_text, created_at, updated_at)
     VALUES (?, 'p', 'linear', ?, ?, ?, ?, 'todo', ?, ?, ?)`,
  );
  sqlite.transaction(() => {
    for (let n = 1; n <= tasks; n++) {
      const [identifier, title, at] = [`ENG-${n}`, makeTitle(n), new Date(Date.now() - n * 60_000).toISOString()];
      insert.run(
        newId(),
        `issue-${n}`,
        identifier,
        title,
        `${identifier}: ${title}`,
        searchText({ identifier, previousIdentifiers: [], title }),
        at,
        at,
      );
    }
  })();
  sqlite.close();
}

/** What people type: identifiers, beginnings of words, several words, and what is not there. */
function queries(): string[] {
  const some = (n: number) => words[n % words.length] ?? '';
  return Array.from(
    { length: 300 },
    (_, n) =>
      [`eng-${n * 331}`, some(n), some(n).slice(0, 3), `${some(n)} ${some(n * 7 + 3)}`, `nothing like ${n}`][n % 5] ??
      '',
  );
}

export async function benchSearch(): Promise<Row[]> {
  const credentials = { email: 'bench@trackline.example', password: 'bench-password-1' };
  const env = { ADMIN_EMAIL: credentials.email, ADMIN_PASSWORD: credentials.password };
  const first = await startApp({ env });
  await first.stop();
  fill(`${first.dataDir}/trackline.db`);
  const app = await startApp({ env, dataDir: first.dataDir });
  const headers = await signIn(app.url, credentials);
  const times: number[] = [];
  for (const query of [...queries().slice(0, 20), ...queries()]) {
    const startedAt = performance.now();
    const response = await fetch(`${app.url}/api/v1/tasks?search=${encodeURIComponent(query)}`, { headers });
    await response.arrayBuffer();
    times.push(performance.now() - startedAt);
    if (!response.ok) throw new Error(`The search answered ${response.status}`);
  }
  await app.remove();
  const p95 = percentile(times.slice(20), 0.95);
  return [
    {
      what: 'GET /api/v1/tasks?search= at 100,000 tasks, p95',
      measured: `${p95.toFixed(1)} ms (p50 ${percentile(times.slice(20), 0.5).toFixed(1)} ms)`,
      limit: '< 50 ms',
      holds: p95 < 50,
    },
  ];
}
