import type { InfiniteData } from '@tanstack/react-query';
import type { ListOf } from '@/lib/contracts/common';
import type { Task } from '@/lib/contracts/task';

export type TaskPage = ListOf<Task>;
export type TaskPages = InfiniteData<TaskPage, string | null>;

/** What react-query holds under a list's key: pages of a scrolled list, or one plain answer. */
type Listed = TaskPages | TaskPage | undefined;

export function findListedTask(lists: readonly Listed[], taskId: string): Task | undefined {
  for (const list of lists) {
    const found = itemsOf(list).find(({ id }) => id === taskId);
    if (found) return found;
  }
  return undefined;
}

/** The same list with the task's new state in its row. */
export function replaceListedTask<T extends Listed>(list: T, changed: Task): T {
  if (!list || !itemsOf(list).some(({ id }) => id === changed.id)) return list;
  const inPage = (page: TaskPage) => ({
    ...page,
    items: page.items.map((item) => (item.id === changed.id ? changed : item)),
  });
  return 'pages' in list ? { ...list, pages: list.pages.map(inPage) } : { ...list, ...inPage(list) };
}

function itemsOf(list: Listed): Task[] {
  if (!list) return [];
  return 'pages' in list ? list.pages.flatMap(({ items }) => items) : list.items;
}
