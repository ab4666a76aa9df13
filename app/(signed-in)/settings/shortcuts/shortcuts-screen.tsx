'use client';

import type { ReactNode } from 'react';
import { CodeBlock } from '@/app/_ui/code-block';
import { Kbd } from '@/app/_ui/kbd';
import { Section } from '@/app/_ui/section';
import { useBrowserValue } from '@/lib/browser/use-browser-value';
import { bookmarklet } from './bookmarklet';
import { BookmarkletLink } from './bookmarklet-link';

const readOrigin = () => window.location.origin;

export function ShortcutsScreen() {
  const origin = useBrowserValue(readOrigin) ?? '';
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section
        title="Start from Linear"
        description="Drag this button to your bookmarks. On a Linear issue it opens the task here, and one more click starts the timer."
      >
        <div className="flex flex-col items-start gap-3">
          <BookmarkletLink href={bookmarklet(origin)} />
          <p className="text-muted text-sm">Where nothing can be dragged, make a bookmark with this as its address:</p>
          <CodeBlock code={bookmarklet(origin)} label="Bookmarklet" className="w-full" />
        </div>
      </Section>
      <Section title="Links" description="The same as a link, for notes, scripts and launchers.">
        <CodeBlock code={`${origin}/t/ENG-42`} label="Link that starts a timer" />
      </Section>
      <Section title="Keyboard" description="The most used. Press ? on any page for all that work there.">
        <ul className="divide-y divide-line rounded-md border border-line">
          <Key keys="s">Start a timer, or switch; in a list on the row</Key>
          <Key keys="x">Stop the timer</Key>
          <Key keys="mod+k">Find a task or a command</Key>
          <Key keys="mod+enter">In there: start the timer on the task</Key>
          <Key keys="?">All shortcuts of the page</Key>
        </ul>
      </Section>
    </div>
  );
}

function Key({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <li className="flex min-h-9 items-center justify-between gap-4 px-3 py-1 text-ink">
      {children}
      <Kbd keys={keys} className="shrink-0" />
    </li>
  );
}
