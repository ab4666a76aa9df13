import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const requireAsBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const axeFile = requireAsBuilder.resolve('axe-core/axe.min.js');
let axe: Promise<string> | undefined;

/** Half a megabyte, which the builder would have a page read twice at every look: most of its time. */
async function bringAxe(page: Page): Promise<void> {
  axe ??= readFile(axeFile, 'utf8');
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(await axe);
}

export async function expectAccessible(page: Page): Promise<void> {
  await bringAxe(page);
  // Without frames the page itself can run axe to its end, which takes a third of the time; only violations are described.
  const builder = new AxeBuilder({ page, axeSource: 'void 0' }).setLegacyMode(true);
  const { violations } = await builder.options({ resultTypes: ['violations'] }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const findings = serious.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target }) => target.join(' ')),
  }));
  expect(findings, `Accessibility of ${page.url()}`).toEqual([]);
}
