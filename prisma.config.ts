import { defineConfig } from 'prisma/config';

// `prisma generate` never runs the schema engine, but looks for its binary, which cannot be had on a closed network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
