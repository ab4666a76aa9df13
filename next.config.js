/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  productionBrowserSourceMaps: false,
  // Native and WebAssembly packages must be loaded from node_modules, not bundled.
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@prisma/schema-engine-wasm',
    '@prisma/client',
    'pino',
    'node-cron',
    'better-auth',
    'pdfkit',
    'write-excel-file',
  ],
};

export default config;
