#!/usr/bin/env node
// The command line, as it stands in cli/: tsx reads the TypeScript, so there is nothing to build.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
const { main } = await import('../cli/main.ts');
await main(process);
