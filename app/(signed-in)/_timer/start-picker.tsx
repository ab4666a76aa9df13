'use client';

import { useState } from 'react';
import { CommandPalette } from '@/app/_ui/command-palette';
import { Kbd } from '@/app/_ui/kbd';
import type { PaletteAction } from '@/app/_ui/palette-action';
import { type Subject, subjectKey, subjectName } from '@/app/(signed-in)/_entries/subject';
import type { ShownEntry } from '@/lib/browser/shown-timer';
import { isSameSubject } from '@/lib/browser/shown-timer';
import { closeTimerDialog, useTimerDialog } from './timer-dialog';
import { usePins } from './use-pins';
import { useStartTimer } from './use-start-timer';
import { useStartable } from './use-startable';

type StartPickerProps = { running: ShownEntry | null };

/** `s` and a name: recent and pinned tasks at once, anything else by identifier, title, address or branch. */
export function StartPicker({ running }: StartPickerProps) {
  const { dialog, search } = useTimerDialog();
  if (dialog !== 'start') return null;
  return <OpenPicker running={running} firstSearch={search} />;
}

function OpenPicker({ running, firstSearch }: { running: ShownEntry | null; firstSearch: string }) {
  const [typed, setTyped] = useState('');
  const { groups, isSearching, error } = useStartable(typed);
  const start = useStartTimer();
  const { isPinned, toggle } = usePins();

  function toAction(group: string, subject: Subject): PaletteAction {
    const { task, project } = subject;
    const runs = running !== null && isSameSubject(running, subject);
    return {
      id: `${group} ${subjectKey(subject)}`,
      label: subjectName(subject).slice(0, 200),
      hint: runs ? 'Running' : task ? project.name : undefined,
      icon: <Dot color={project.color} />,
      run: () => start(subject),
      pin: task ? { isPinned: isPinned(task.id), toggle: () => void toggle(task) } : undefined,
    };
  }
  // With nothing typed, Enter goes back to what was worked on before.
  const isOffered = (subject: Subject) => typed !== '' || running === null || !isSameSubject(running, subject);
  const title = running ? 'Switch to another task' : 'Start the timer';
  return (
    <CommandPalette
      open
      onOpenChange={closeTimerDialog}
      title={title}
      placeholder={
        running ? 'Switch to: title, identifier, link or branch' : 'Start: title, identifier, link or branch'
      }
      firstSearch={firstSearch}
      search={typed}
      onSearchChange={setTyped}
      isSearching={isSearching}
      isFoundElsewhere
      empty={emptyText(typed, error)}
      groups={groups.map(({ label, subjects }) => ({
        label,
        actions: subjects.filter(isOffered).map((each) => toAction(label, each)),
      }))}
      footer={
        <>
          <span className="inline-flex items-center gap-1.5">
            <Kbd keys="enter" />
            {running ? 'Switch' : 'Start'}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <Kbd keys="mod+d" />
            Pin or unpin
          </span>
        </>
      }
    />
  );
}

function emptyText(typed: string, error: unknown): string {
  if (error !== null)
    return 'The server cannot be searched right now. Recent and pinned tasks can be found all the same.';
  return typed === '' ? 'Nothing tracked yet. Type to find a task.' : `Nothing found for "${typed}".`;
}

/** As an icon of the palette, which draws 16 px. */
function Dot({ color }: { color: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="4" fill={color} />
    </svg>
  );
}
