// npm run bench: the promises on speed and memory, each against its limit, with the baseline measured in the same run.
import { benchExportLinear } from './export-linear';
import { benchFirstLoad } from './first-load';
import { benchImport, benchLatency } from './import';
import { benchMemory } from './memory';
import { benchMirror } from './mirror';
import { benchReadLinear } from './read-linear';
import { benchReports } from './reports';
import { benchResync } from './resync';
import type { Row } from './row';
import { benchSearch } from './search';
import { benchStartTimer } from './start-timer';
import { benchTimesheet } from './timesheet';
import { benchWebhooks } from './webhooks';

const benches: Record<string, () => Promise<Row[]>> = {
  import: benchImport,
  latency: benchLatency,
  resync: benchResync,
  mirror: benchMirror,
  memory: benchMemory,
  webhooks: benchWebhooks,
  search: benchSearch,
  timesheet: benchTimesheet,
  reports: benchReports,
  readLinear: benchReadLinear,
  exportLinear: benchExportLinear,
  load: benchFirstLoad,
  start: benchStartTimer,
};

const chosen = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  rows.push(...(await bench()));
}

const widths = { what: 58, measured: 34, limit: 16 };
console.log(`${'What'.padEnd(widths.what)}${'Measured'.padEnd(widths.measured)}${'Limit'.padEnd(widths.limit)}Holds`);
for (const row of rows) {
  console.log(
    `${row.what.padEnd(widths.what)}${row.measured.padEnd(widths.measured)}${row.limit.padEnd(widths.limit)}${row.holds ? 'yes' : 'NO'}`,
  );
}
process.exit(rows.every(({ holds }) => holds) ? 0 : 1);
