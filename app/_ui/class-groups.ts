import type { createTailwindMerge } from 'tailwind-merge';

type Config = ReturnType<Parameters<typeof createTailwindMerge>[0]>;

const anything = () => true;
const aNumber = (value: string) => /^[\d.]+$/.test(value);
const arbitrary = (value: string) => value.startsWith('[');

/** Groups whose classes are a name and any value: `px-2`, `px-[3px]`. */
function named(...names: string[]): Config['classGroups'] {
  return Object.fromEntries(names.map((name) => [name, [{ [name]: [anything] }]]));
}

const spaces = named(
  ...['p', 'px', 'py', 'pt', 'pr', 'pb', 'pl', 'm', 'mx', 'my', 'mt', 'mr', 'mb', 'ml', 'gap', 'gap-x', 'gap-y'],
  ...['inset', 'inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'scroll-my', 'scroll-mt', 'scroll-mb'],
  ...['size', 'w', 'h', 'min-w', 'min-h', 'max-w', 'max-h', 'basis', 'translate-x', 'translate-y'],
);

const looks = named(
  ...[
    'bg',
    'fill',
    'stroke',
    'opacity',
    'shadow',
    'animate',
    'transition',
    'delay',
    'duration',
    'cursor',
    'select',
    'z',
  ],
  ...['items', 'justify', 'self', 'grid-cols', 'grid-rows', 'leading', 'tracking', 'whitespace', 'break', 'list'],
  ...[
    'line-clamp',
    'overflow-x',
    'overflow-y',
    'outline-offset',
    'rounded-t',
    'rounded-r',
    'rounded-b',
    'rounded-l',
    'col-span',
    'order',
  ],
);

const borders = {
  'border-w': [{ border: ['', aNumber] }],
  'border-w-y': [{ 'border-y': ['', aNumber] }],
  'border-w-t': [{ 'border-t': ['', aNumber] }],
  'border-w-r': [{ 'border-r': ['', aNumber] }],
  'border-w-b': [{ 'border-b': ['', aNumber] }],
  'border-w-l': [{ 'border-l': ['', aNumber] }],
  'border-collapse': [{ border: ['collapse', 'separate'] }],
  'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
  'border-spacing': [{ 'border-spacing': [anything] }],
  'border-color': [{ border: [anything] }],
  'border-color-b': [{ 'border-b': [anything] }],
  'border-color-l': [{ 'border-l': [anything] }],
  'outline-style': [{ outline: ['none', 'dashed'] }],
  'outline-w': [{ outline: ['', aNumber] }],
  'outline-color': [{ outline: [anything] }],
  rounded: [{ rounded: ['', 'none', 'sm', 'md', 'lg', 'full', arbitrary] }],
};

/**
 * What tailwind-merge must know of the classes that this app uses: its own list of all of Tailwind is as much as a
 * screen (docs/decisions/010). A test holds the two against each other.
 */
export const classGroups: Config = {
  cacheSize: 500,
  theme: {},
  orderSensitiveModifiers: ['*', '**', 'before', 'after', 'marker', 'placeholder'],
  classGroups: {
    ...spaces,
    ...looks,
    ...borders,
    display: [
      'block',
      'contents',
      'flex',
      'grid',
      'hidden',
      'inline',
      'inline-block',
      'inline-flex',
      'table',
      'table-cell',
    ],
    position: ['absolute', 'fixed', 'relative', 'static', 'sticky'],
    'sr-only': ['sr-only', 'not-sr-only'],
    flex: [{ flex: ['auto', 'none', aNumber] }],
    'flex-direction': [{ flex: ['row', 'col'] }],
    grow: [{ grow: ['', aNumber] }],
    shrink: [{ shrink: ['', aNumber] }],
    overflow: [{ overflow: [anything] }],
    'text-align': [{ text: ['left', 'center', 'right'] }],
    'font-size': [{ text: ['2xs', 'xs', 'sm', 'base', 'lg', 'xl', '2xl', arbitrary] }],
    'text-color': [{ text: [anything] }],
    'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
    'font-family': [{ font: ['sans', 'mono'] }],
    'text-decoration': ['underline', 'line-through', 'no-underline'],
  },
  conflictingClassGroups: {
    p: ['px', 'py', 'pt', 'pr', 'pb', 'pl'],
    px: ['pr', 'pl'],
    py: ['pt', 'pb'],
    m: ['mx', 'my', 'mt', 'mr', 'mb', 'ml'],
    mx: ['mr', 'ml'],
    my: ['mt', 'mb'],
    gap: ['gap-x', 'gap-y'],
    inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
    'inset-x': ['right', 'left'],
    'inset-y': ['top', 'bottom'],
    'scroll-my': ['scroll-mt', 'scroll-mb'],
    size: ['w', 'h'],
    flex: ['basis', 'grow', 'shrink'],
    overflow: ['overflow-x', 'overflow-y'],
    'line-clamp': ['display', 'overflow'],
    'font-size': ['leading'],
    rounded: ['rounded-t', 'rounded-r', 'rounded-b', 'rounded-l'],
    'border-w': ['border-w-y', 'border-w-t', 'border-w-r', 'border-w-b', 'border-w-l'],
    'border-w-y': ['border-w-t', 'border-w-b'],
    'border-color': ['border-color-b', 'border-color-l'],
  },
  conflictingClassGroupModifiers: {},
};
