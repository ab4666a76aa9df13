import { readConfig, setConfig } from '@/lib/config/config';
import { exportReport } from '@/lib/tracking/reports/report-export';
import { readerOf } from '@/lib/tracking/reports/report-reader';

const [dataDir = '', from = '', to = ''] = process.argv.slice(2);
setConfig(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }));
const reader = await readerOf({ userId: 'bench', role: 'admin', timeZone: 'UTC', weekStart: 1 });
const { body } = await exportReport(
  reader,
  { query: { from, to }, format: 'csv', detail: 'entries', title: '' },
  new Date(),
);
// The head and the total are no entries.
let lines = -2;
for await (const piece of body) lines += String(piece).split('\r\n').length - 1;
console.log(`${process.resourceUsage().maxRSS / 1024} ${lines}`);
process.exit(0);
