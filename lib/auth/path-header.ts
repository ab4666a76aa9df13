/** The path and query of the page; `proxy.ts` sets it, because a server component cannot see its own address. */
export const pathHeader = 'x-trackline-path';
