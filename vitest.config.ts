import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `unit` needs no database; `data` runs the rules on real SQLite and the bundled Linear simulator over HTTP. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Next resolves these markers by bundle; under Vitest everything is the server.
      { find: /^(server|client)-only$/, replacement: `${root}tests/support/empty-module.ts` },
    ],
  },
  test: {
    // Vitest leaves one core to itself, which on two cores is half of them. It hardly needs it.
    maxWorkers: availableParallelism(),
    // Loading the modules again for each of 300 files takes as long as the tests. So a file leaves nothing behind: no listener, no clock, no mock.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
      {
        extends: true,
        test: {
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/template-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
