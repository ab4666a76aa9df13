type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];
export type Query = Readonly<Record<string, QueryValue>>;

/** `?a=1&b=2`, or nothing at all. Empty values (null, undefined, '', an empty list) are left out. */
export function toQueryString(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const text of textsOf(value)) search.append(name, text);
  }
  return search.size === 0 ? '' : `?${search}`;
}

function textsOf(value: QueryValue): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object') return [String(value)];
  const texts = value.map(String);
  const [only] = texts;
  // The API reads a parameter that comes once as a comma-separated list; one that comes twice it takes as it is.
  return texts.length === 1 && only?.includes(',') ? [only, only] : texts;
}
