/** As stored: without repetitions (in any case), in the order given; `tagText` is for filters. */
export function tagColumns(tags: readonly string[]): { tags: string; tagText: string } {
  const byKey = new Map(tags.map((name) => [tagKey(name), name]));
  return {
    tags: JSON.stringify([...byKey.values()]),
    tagText: `|${[...byKey.keys()].map((key) => `${key}|`).join('')}`,
  };
}

/** One tag as it stands between the bars of `tag_text`. */
export function tagKey(name: string): string {
  return name.trim().toLowerCase();
}
