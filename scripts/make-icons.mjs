// Draws the bitmap icons of the installed app from app/icon.svg: node scripts/make-icons.mjs
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserFlags, findBrowser } from './browser.mjs';

const icon = readFileSync('app/icon.svg', 'utf8');
// What a phone cuts into a shape of its own: the ground goes to the edges, and the mark stays in the safe zone.
const square = icon.replace(' rx="8"', '');
const maskable = icon
  .replace(
    /<rect[^>]*>/,
    '<rect width="32" height="32" fill="#5b5bd6"/><g transform="translate(16 16) scale(.72) translate(-16 -16)">',
  )
  .replace('</svg>', '</g></svg>');

const pictures = [
  { file: 'public/icons/icon-192.png', size: 192, svg: icon },
  { file: 'public/icons/icon-512.png', size: 512, svg: icon },
  { file: 'public/icons/icon-maskable-512.png', size: 512, svg: maskable },
  { file: 'app/apple-icon.png', size: 180, svg: square },
];

mkdirSync('public/icons', { recursive: true });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
const page = await browser.newPage();
for (const { file, size, svg } of pictures) {
  await page.setViewportSize({ width: size, height: size });
  const shown = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${shown}" width="${size}" height="${size}" style="display:block">`,
  );
  await page.screenshot({ path: file, omitBackground: true });
}
await browser.close();
