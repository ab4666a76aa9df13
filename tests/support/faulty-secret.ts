import { appSecret } from '@/lib/config/app-secret';

// One of several processes that start at the same moment in a new data folder.
process.stdout.write(`secret ${appSecret()}\n`);
