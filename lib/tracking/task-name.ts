/** What a task is called everywhere: "ENG-42: Fix login", or the bare title when it has no identifier. */
export function taskName(identifier: string | null | undefined, title: string): string {
  return identifier ? `${identifier}: ${title}` : title;
}
