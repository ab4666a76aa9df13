import { startImporter } from './importer';

const [url = '', apiKey = ''] = process.argv.slice(2);
const { database, sync } = await startImporter(url, apiKey);
const run = await sync();
await database.stop();
if (run.status !== 'succeeded') throw new Error(JSON.stringify(run));
console.log(process.resourceUsage().maxRSS / 1024);
process.exit(0);
