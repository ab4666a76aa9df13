/** What inputs, text areas and select triggers share. 16 px text on touch, or iOS zooms in. */
export const controlStyles = [
  'w-full rounded-md border border-control/70 bg-canvas px-2.5 text-base text-ink transition-colors placeholder:text-faint',
  'hover:border-control focus-visible:border-accent focus-visible:outline-offset-0',
  'disabled:cursor-not-allowed disabled:bg-subtle disabled:text-faint [&[readonly]]:bg-subtle',
  'aria-invalid:border-danger pointer-coarse:min-h-11 pointer-coarse:text-lg',
].join(' ');
