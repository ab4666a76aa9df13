import { readdirSync, readFileSync } from 'node:fs';
import { extendTailwindMerge } from 'tailwind-merge';
import { describe, expect, test } from 'vitest';
import { cn } from '@/app/_ui/cn';

const knowsAll = extendTailwindMerge({ cacheSize: 0, extend: { classGroups: { shadow: ['shadow-float'] } } });

/** Without what stands before them, as `hover:`; all that tailwind-merge takes for a class, words of a sentence left out. */
function classesOfTheApp(): string[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.endsWith('class-groups.ts'),
  );
  const words = files.flatMap((path) =>
    [...readFileSync(`app/${path}`, 'utf8').matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)].flatMap(([, , text = '']) =>
      text.split(/\s+/).map((word) => word.replace(/^.*:(?![^[]*\])/, '')),
    ),
  );
  return [...new Set(words)].filter((word) => /^[-\w[]/.test(word) && knowsAll(`${word} ${word}`) === word);
}

const nameOf = (each: string) => each.replace(/^-/, '').split('-')[0];

describe('class names', () => {
  test('of two that set the same property, the later stays', () => {
    expect(cn('px-3 text-muted text-sm', 'px-1', false, 'text-ink')).toBe('text-sm px-1 text-ink');
    expect(cn('rounded-md hover:bg-hover', 'hover:bg-selected bg-canvas')).toBe(
      'rounded-md hover:bg-selected bg-canvas',
    );
  });

  test('what wins among the classes of this app is what tailwind-merge says with all of its list', () => {
    const classes = classesOfTheApp();
    expect(classes.length).toBeGreaterThan(400);
    // All pairs would take long: of another name, one of each kind (`px-`, `max-w-`) stands for the others.
    const kinds = new Map(classes.map((each) => [each.replace(/-[^-]*$/, ''), each]));
    const standing = new Set(kinds.values());
    const different = classes.flatMap((first) =>
      classes
        .filter((second) => second !== first && (nameOf(second) === nameOf(first) || standing.has(second)))
        .map((second) => `${first} ${second}`)
        .filter((both) => cn(both) !== knowsAll(both)),
    );
    expect(different).toEqual([]);
  }, 30_000);
});
