import { scheduler } from '@/lib/auth/actor';
import { readConfig, setConfig } from '@/lib/config/config';
import { exportLinear } from '@/lib/sync/export/export-linear';

const [dataDir = ''] = process.argv.slice(2);
setConfig(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }));
const startedAt = performance.now();
const { written, unchanged } = await exportLinear(scheduler, { folder: 'linear' }, () => new Date());
const seconds = (performance.now() - startedAt) / 1000;
console.log(`${process.resourceUsage().maxRSS / 1024} ${written} ${unchanged} ${seconds}`);
process.exit(0);
