'use client';

import { type KeyboardEvent, useState } from 'react';
import { toastUndo } from '@/app/_ui/toast-undo';
import { useShortcuts } from '@/app/_ui/use-shortcuts';
import { dropDrafts, type ShownDraft } from './draft-choices';
import { DraftRow } from './draft-row';
import { focusDraft } from './draft-words';

type DraftListProps = {
  drafts: readonly ShownDraft[];
  timeZone: string;
  /** Those that are on their way to the server. */
  savingIds: ReadonlySet<string>;
  onAccept: (drafts: readonly ShownDraft[]) => void;
  /** After the last of them. */
  onEmptied: () => void;
};

const group = 'Drafts';

/** j and k or the arrows go from draft to draft, Enter accepts, e trims, x drops. */
export function DraftList({ drafts, timeZone, savingIds, onAccept, onEmptied }: DraftListProps) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const [trimmingId, setTrimmingId] = useState<string | null>(null);
  const index = drafts.findIndex(({ id }) => id === activeId);
  const active = drafts[index];

  function move(step: 1 | -1) {
    const next = drafts[index === -1 ? 0 : Math.min(drafts.length - 1, Math.max(0, index + step))];
    if (next) focusDraft(next.id);
  }
  /** The focus would be lost with the row: the one below takes it. */
  function leave(draft: ShownDraft) {
    const place = drafts.indexOf(draft);
    const next = drafts[place + 1] ?? drafts[place - 1];
    if (next) focusDraft(next.id);
    else onEmptied();
  }
  function accept(draft: ShownDraft) {
    leave(draft);
    onAccept([draft]);
  }
  function drop(draft: ShownDraft) {
    leave(draft);
    const bringBack = dropDrafts([draft]);
    toastUndo('Draft dropped.', () => bringBack());
  }
  useShortcuts([
    { keys: 'j', label: 'Next draft', group, run: () => move(1) },
    { keys: 'k', label: 'Draft before', group, run: () => move(-1) },
    ...(active
      ? [
          { keys: 'enter', label: 'Accept the draft', group, run: () => accept(active) },
          { keys: 'e', label: 'Trim the draft', group, run: () => setTrimmingId(active.id) },
          { keys: 'x', label: 'Drop the draft', group, run: () => drop(active) },
        ]
      : []),
  ]);
  function onArrow(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    move(step);
  }
  return (
    <ol
      aria-label="Drafts"
      onKeyDown={onArrow}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setActiveId(null);
      }}
    >
      {drafts.map((draft) => (
        <DraftRow
          key={draft.id}
          draft={draft}
          timeZone={timeZone}
          isActive={draft.id === activeId}
          isTrimming={draft.id === trimmingId}
          isSaving={savingIds.has(draft.id)}
          onFocus={() => setActiveId(draft.id)}
          onAccept={() => accept(draft)}
          onDrop={() => drop(draft)}
          onTrim={(isTrimming) => setTrimmingId(isTrimming ? draft.id : null)}
        />
      ))}
    </ol>
  );
}
