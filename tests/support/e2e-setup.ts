import { setup } from './template-database';

// biome-ignore lint/style/noDefaultExport: Playwright asks for one.
export default setup;
