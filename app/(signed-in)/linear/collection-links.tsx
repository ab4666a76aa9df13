'use client';

import Link from 'next/link';
import { Section } from '@/app/_ui/section';
import { usePerson } from '@/app/(signed-in)/_frame/person-context';
import { browsedCollections, collectionWords } from './collection-words';

/** Every collection, issues among them: these are the tasks. */
export function CollectionLinks() {
  const { role } = usePerson();
  const shown = browsedCollections.filter((each) => each !== 'notifications' || role === 'admin');
  const links = [
    { href: '/tasks?source=linear', title: 'Issues', about: 'Each is a task here' },
    ...shown.map((each) => ({ href: `/linear/${each}`, ...collectionWords[each] })),
  ];
  return (
    <Section title="Collections">
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {links.map(({ href, title, about }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className="-mx-2 flex min-h-11 flex-col justify-center rounded-md px-2 py-1.5 hover:bg-hover"
            >
              <span className="font-medium text-ink text-sm">{title}</span>
              <span className="text-muted text-xs">{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
