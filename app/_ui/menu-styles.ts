/** What floats over the page: menus, select lists, popovers. */
export const menuStyles =
  'z-50 min-w-44 max-w-[min(24rem,calc(100vw-1rem))] animate-pop-in overflow-y-auto overflow-x-hidden rounded-md border border-line bg-raised p-1 text-ink text-sm shadow-float focus-visible:outline-none';

export const menuItemStyles = [
  'relative flex min-h-8 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none pointer-coarse:min-h-11',
  'data-[highlighted]:bg-hover data-[selected=true]:bg-hover data-[disabled]:opacity-50 data-[disabled=true]:opacity-50 data-[disabled=false]:opacity-100',
  '[&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted',
].join(' ');
