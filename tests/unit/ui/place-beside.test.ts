import { expect, test } from 'vitest';
import { placeBeside } from '@/app/_ui/place-beside';

const screen = { width: 1000, height: 800 };
const floating = { width: 100, height: 20 };
const boxAt = (left: number, top: number) => ({ left, top, width: 40, height: 30, right: left + 40, bottom: top + 30 });

test('stands in the middle of the wanted side', () => {
  expect(placeBeside(boxAt(500, 400), floating, screen, 'top')).toEqual({ left: 470, top: 374 });
  expect(placeBeside(boxAt(500, 400), floating, screen, 'bottom')).toEqual({ left: 470, top: 436 });
  expect(placeBeside(boxAt(500, 400), floating, screen, 'right')).toEqual({ left: 546, top: 405 });
  expect(placeBeside(boxAt(500, 400), floating, screen, 'left')).toEqual({ left: 394, top: 405 });
});

test('goes to the other side where the wanted one has no room', () => {
  expect(placeBeside(boxAt(500, 10), floating, screen, 'top').top).toBe(46);
  expect(placeBeside(boxAt(500, 760), floating, screen, 'bottom').top).toBe(734);
  expect(placeBeside(boxAt(940, 400), floating, screen, 'right').left).toBe(834);
});

test('stays on the screen at its edges', () => {
  expect(placeBeside(boxAt(0, 400), floating, screen, 'top').left).toBe(8);
  expect(placeBeside(boxAt(960, 400), floating, screen, 'top').left).toBe(892);
});
