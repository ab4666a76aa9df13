export const tabListStyles = 'flex gap-1 overflow-x-auto border-line border-b';

export const tabStyles = [
  '-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-transparent border-b-2 px-2 text-muted text-sm transition-colors hover:text-ink pointer-coarse:h-11',
  'focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink',
].join(' ');
