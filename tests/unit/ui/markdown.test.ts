import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from '@/app/_ui/markdown/markdown';

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));
const bare = (text: string) => html(text).replace(/ class="[^"]*"/g, '');

test('shows HTML of the author as the text that it is', () => {
  const shown = html('<img src=x onerror=alert(1)>\n\n<script>alert(1)</script> <a onclick="x()">x</a>');
  expect(shown).not.toMatch(/<(img|script|a)\b/);
  expect(shown).toContain('&lt;script&gt;');
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '/tasks',
  '//evil.example',
  'ftp://x.example',
])('leaves the words of a link to %s, without the link', (target) => {
  const shown = html(`[words](${target})`);
  expect(shown).toContain('words');
  expect(shown).not.toContain('href');
});

test('opens a link of the web elsewhere, without a way back', () => {
  const shown = html('[site](https://x.example/a) and <mail@x.example>');
  expect(shown).toContain('href="https://x.example/a"');
  expect(shown).toContain('href="mailto:mail@x.example"');
  expect(shown.match(/rel="noopener noreferrer"/g)).toHaveLength(2);
});

test('names a picture and links to it, and fetches nothing', () => {
  const shown = html('![the plan](https://uploads.linear.app/1.png) ![](javascript:x)');
  expect(shown).not.toMatch(/<img|preload|src=/);
  expect(shown).toContain('href="https://uploads.linear.app/1.png"');
  expect(shown).toContain('Image: the plan');
});

test('shows the address of an issue as its identifier', () => {
  expect(bare('see https://linear.app/northwind/issue/eng-42/a-title')).toContain('>ENG-42<');
});

test('marks who is mentioned, and no e-mail address', () => {
  expect(bare('@ada.w, look')).toContain('<span>@ada.w</span>,');
  expect(bare('a@b')).toBe('<div dir="auto"><p>a@b</p></div>');
});

test('draws a checklist with what is done', () => {
  const shown = bare('- [x] one\n- [ ] two');
  expect(shown).toMatch(/Done: <\/span><\/span>.*one.*To do: <\/span><\/span>.*two/);
});

test('draws tables, code, quotes, nested lists and headings below those of the page', () => {
  const shown = bare('# A\n\n### B\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n```ts\na < b\n```\n\n> q\n\n1. x\n   - y');
  for (const part of [
    '<h3>A</h3>',
    '<h4>B</h4>',
    '<th scope="col">a</th>',
    '<td><code>2</code></td>',
    'a &lt; b',
    '<blockquote>',
  ])
    expect(shown).toContain(part);
  expect(shown).toMatch(/<ol start="1"><li>x<ul><li>y/);
});

test('keeps line ends and the text of footnotes', () => {
  expect(bare('one\ntwo[^1]\n\n[^1]: the note')).toMatch(/one\ntwo<sup>1<\/sup>.*<sup>1<\/sup> the note/s);
});

test.each([
  ['quotes', '> '.repeat(2000)],
  ['lists', Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- `).join('x\n')],
])('loses no word below hundreds of %s', (_, deep) => {
  expect(html(`${deep}end`)).toContain('end');
});

test('shows a text of a size that nobody wrote by hand as it is', () => {
  expect(html(`**${'x'.repeat(200_001)}**`)).toContain('**xxx');
});

test.each([
  ['emphasis in emphasis', `${'*a '.repeat(20_000)}${'a* '.repeat(20_000)}`],
  ['bold in bold', `${'**a '.repeat(2_000)}${'a** '.repeat(2_000)}`],
  ['links in links', `${'['.repeat(20_000)}${'](x)'.repeat(20_000)}`],
  ['links without an end', '[a](<'.repeat(40_000)],
])('neither breaks nor holds up the page with %s, but shows it as it is', (_, hostile) => {
  const began = performance.now();
  expect(html(hostile)).toMatch(/^<div class="whitespace-pre-wrap/);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('draws a long checklist and many links', () => {
  const shown = html(`${'- [ ] item\n'.repeat(1_000)}\n${'[a](https://x.example) '.repeat(1_000)}`);
  expect(shown.match(/To do: /g)).toHaveLength(1_000);
  expect(shown.match(/href=/g)).toHaveLength(1_000);
});
