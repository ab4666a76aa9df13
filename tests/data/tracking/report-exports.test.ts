import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as getExport } from '@/app/api/v1/reports/export/route';
import { problem } from '@/lib/contracts/common';
import { db } from '@/lib/db/client';
import { updateInstallation } from '@/lib/db/installation';
import { makeAdmin, makeMember, request, type TestPerson } from '@/tests/support/people';
import { readZip } from '@/tests/support/read-zip';
import { startTestDatabase, type TestDatabase } from '@/tests/support/test-database';
import { anEntry, makeReportProject, makeReportTask, setRounding, writeEntries } from './report-rig';

let database: TestDatabase;
let ada: TestPerson;
let bo: TestPerson;

beforeAll(async () => {
  database = await startTestDatabase();
  ada = await makeAdmin({ name: 'Ada' });
  bo = await makeMember({ name: '=Bo, "the" builder' });
  const alpha = await makeReportProject('Alpha');
  const beta = await makeReportProject('@beta');
  const task = await makeReportTask({ projectId: alpha, name: 'ENG-1: +Log in', estimate: 3 });
  await writeEntries([
    {
      ...anEntry({ personId: ada.id, projectId: alpha, task, on: '2026-11-16', seconds: 5_400, rate: 8_550 }),
      tags: ['Call', 'Review'],
      description: '=1+1',
    },
    {
      ...anEntry({ personId: bo.id, projectId: alpha, on: '2026-11-17', seconds: 1_210, rate: 8_550 }),
      description: 'a\nb',
    },
    {
      ...anEntry({ personId: bo.id, projectId: beta, on: '2026-11-18', seconds: 600, billable: false }),
      description: '\t-1',
    },
  ]);
});
afterAll(() => database.stop());
beforeEach(() => setRounding({ mode: 'none', minutes: 15, per: 'entry' }));

const week = 'from=2026-11-16&to=2026-11-22';

function get(query: string, person = ada) {
  return getExport(request('GET', `/x?${week}&${query}`, { headers: person.headers }));
}

/** Without the byte order mark, which `text` takes away. */
async function csv(query: string, person = ada): Promise<string[]> {
  return (await (await get(`format=csv&${query}`, person)).text()).split('\r\n');
}

async function sheet(query: string): Promise<{ rows: string[]; strings: string[]; all: string }> {
  const response = await get(`format=xlsx&${query}`);
  const files = readZip(Buffer.from(await response.arrayBuffer()));
  const all = [...files.values()].join('');
  const rows = [...(files.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row.*?<\/row>/g)].map(([row]) => row);
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/gs)];
  return { rows, strings: strings.map(([, text = '']) => text), all };
}

describe('a CSV', () => {
  it('is the table as it is shown, with its total, for Excel and RFC 4180 alike', async () => {
    const response = await get('format=csv&groupBy=project,person');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="report-2026-11-16-to-2026-11-22.csv"',
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8', 3)).toBe(
      [
        'Project,Person,Duration,Hours,Billable hours,Amount (EUR),Entries',
        'Alpha,Ada,1:30,1.5,1.5,128.25,1',
        'Alpha,"\'=Bo, ""the"" builder",0:20,0.3361,0.3361,28.74,1',
        '\'@beta,"\'=Bo, ""the"" builder",0:10,0.1667,0,0.00,1',
        'Total,,2:00,2.0028,1.8361,156.99,3',
        '',
      ].join('\r\n'),
    );
  });

  it('rounds as the report does', async () => {
    await setRounding({ mode: 'up', minutes: 15, per: 'entry' });
    expect(await csv('groupBy=day')).toEqual([
      'Day,Duration,Hours,Billable hours,Amount (EUR),Entries',
      '2026-11-16,1:30,1.5,1.5,128.25,1',
      '2026-11-17,0:30,0.5,0.5,42.75,1',
      '2026-11-18,0:15,0.25,0,0.00,1',
      'Total,2:15,2.25,2,171.00,3',
      '',
    ]);
  });

  it('holds estimates against tasks, and names weeks and months by their keys', async () => {
    expect((await csv('groupBy=task'))[1]).toBe('ENG-1: +Log in,3,1:30,1.5,1.5,128.25,1');
    expect((await csv('groupBy=week'))[1]).toMatch(/^2026-11-16,/);
    expect((await csv('groupBy=month'))[1]).toMatch(/^2026-11,/);
  });

  it('lists every entry, oldest first', async () => {
    expect(await csv('detail=entries')).toEqual([
      'Date,Start,End,Duration,Hours,Person,Project,Project at the time,Task ID,Task,Description,Tags,Billable,Rate (EUR an hour),Amount (EUR)',
      '2026-11-16,12:00,13:30,1:30,1.5,Ada,Alpha,Alpha,ENG-1,\'+Log in,\'=1+1,"Call, Review",Yes,85.50,128.25',
      '2026-11-17,12:00,12:20,0:20,0.3361,"\'=Bo, ""the"" builder",Alpha,Alpha,,,"a\nb",,Yes,85.50,28.74',
      '2026-11-18,12:00,12:10,0:10,0.1667,"\'=Bo, ""the"" builder",\'@beta,\'@beta,,,\'\t-1,,No,,',
      'Total,,,2:00,2.0028,,,,,,,,,,156.99',
      '',
    ]);
  });

  it('says of each entry what rounding makes of it, unless days are rounded', async () => {
    await setRounding({ mode: 'up', minutes: 15, per: 'entry' });
    const [head = '', ...rows] = await csv('detail=entries');
    expect(head).toContain('Duration,Hours,Rounded duration,Rounded hours,Person');
    expect(rows.at(-2)).toBe('Total,,,2:00,2.0028,2:15,2.25,,,,,,,,,,171.00');
    await setRounding({ mode: 'up', minutes: 15, per: 'day' });
    expect((await csv('detail=entries'))[0]).not.toContain('Rounded');
  });

  it("leaves money out for whoever may not see it, and others' time with it", async () => {
    expect(await csv('groupBy=person', bo)).toEqual([
      'Person,Duration,Hours,Billable hours,Entries',
      '"\'=Bo, ""the"" builder",0:30,0.5028,0.3361,2',
      'Total,0:30,0.5028,0.3361,2',
      '',
    ]);
    expect((await csv('detail=entries', bo)).join()).not.toMatch(/Rate|Amount|Ada/);
  });

  it('writes amounts with as many digits as the currency has', async () => {
    await updateInstallation({ currency: 'JPY' }, new Date());
    expect(await csv('groupBy=billable&billable=true')).toEqual([
      'Billable,Duration,Hours,Billable hours,Amount (JPY),Entries',
      'Billable,1:50,1.8361,1.8361,15699,2',
      'Total,1:50,1.8361,1.8361,15699,2',
      '',
    ]);
    await updateInstallation({ currency: 'EUR' }, new Date());
  });

  it('of nothing is a total of nothing', async () => {
    expect(await csv('label=none-such')).toEqual([
      'Project,Duration,Hours,Billable hours,Amount (EUR),Entries',
      'Total,0:00,0,0,0.00,0',
      '',
    ]);
  });

  it('comes in pieces, and stops when nobody listens any more', async () => {
    const { body } = await get('format=csv&detail=entries');
    const reader = body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await expect(reader?.cancel()).resolves.toBeUndefined();
  });
});

describe('an XLSX', () => {
  it('has numbers that can be reckoned with, under a bold head', async () => {
    const { rows, strings, all } = await sheet('groupBy=day');
    expect(rows).toHaveLength(5);
    expect(strings.slice(0, 6)).toEqual(['Day', 'Duration', 'Hours', 'Billable hours', 'Amount (EUR)', 'Entries']);
    // 2026-11-16, 90 minutes as a share of a day, 1.5 hours.
    expect(rows[1]).toMatch(/<v>46342<\/v>.*<v>0\.0625<\/v>.*<v>1\.5<\/v>.*<v>1\.5<\/v>.*<v>128\.25<\/v>.*<v>1<\/v>/);
    for (const format of ['yyyy-mm-dd', '[h]:mm', '0.00', '#,##0.00']) expect(all).toContain(`formatCode="${format}"`);
    expect(all).toContain('<b/>');
  });

  it('takes text for text, whatever it begins with', async () => {
    const { rows, strings, all } = await sheet('detail=entries');
    expect(strings).toEqual(expect.arrayContaining(['=1+1', '+Log in', '@beta', '=Bo, "the" builder']));
    expect(all).not.toMatch(/<f[ >]/);
    expect(rows).toHaveLength(5);
  });
});

describe('a file', () => {
  it.each(['xlsx', 'pdf'])(
    'of entries is refused as %s when there are too many, and CSV is told of',
    async (format) => {
      const many = format === 'pdf' ? 5_001 : 50_001;
      await db().$executeRaw`
      INSERT INTO time_entry (id, user_id, project_id, made_in_project_id, "on", duration_seconds, updated_at)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${many})
      SELECT 'many-' || i, e.user_id, e.project_id, e.project_id, '2030-01-01', 60, e.updated_at
      FROM n, (SELECT * FROM time_entry LIMIT 1) e`;
      const response = await getExport(
        request('GET', `/x?from=2030-01-01&to=2030-01-01&detail=entries&format=${format}`, { headers: ada.headers }),
      );
      expect(response.status).toBe(422);
      const { errors, hint } = problem.parse(await response.json());
      expect([errors?.[0]?.path, hint]).toEqual(['format', 'Choose CSV, which holds any number, or fewer days.']);
      await db().timeEntry.deleteMany({ where: { id: { startsWith: 'many-' } } });
    },
  );

  it.each(['', 'format=doc', 'format=csv&detail=all'])('is not made of "%s"', async (query) => {
    expect((await get(query)).status).toBe(422);
  });
});
