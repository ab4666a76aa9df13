// Writes the import table of scripts/import-table.ts into biome.json. Usage: npm run lint:table
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { importOverrides } from './import-table';

interface BiomeSettings {
  overrides: { linter?: { rules?: { style?: { noRestrictedImports?: unknown } } } }[];
}

const settings: BiomeSettings = JSON.parse(readFileSync('biome.json', 'utf8'));
const others = settings.overrides.filter(({ linter }) => linter?.rules?.style?.noRestrictedImports === undefined);
settings.overrides = [...others, ...importOverrides()];
writeFileSync('biome.json', JSON.stringify(settings, null, 2));
execFileSync('npx', ['biome', 'format', '--write', 'biome.json'], { stdio: 'inherit' });
