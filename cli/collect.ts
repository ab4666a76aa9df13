/** For an option that may be given several times. Not one with several words: it would take the argument after it along. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}
