/** As stored: without repetitions (in any case), in the order given; `tagText` is for filters. */
export function tagColumns(tags: readonly string[]): { tags: string; tagText: string } {
  const byKey = new Map(tags.map((name) => [name.toLowerCase(), name]));
  return {
    tags: JSON.stringify([...byKey.values()]),
    tagText: `|${[...byKey.keys()].map((key) => `${key}|`).join('')}`,
  };
}
