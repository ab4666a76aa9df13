'use client';

import { useSyncExternalStore } from 'react';
import type { DraftEntry } from '@/lib/contracts/draft';
import type { Stretch } from '@/lib/time/day-line';

export type Dropped = Stretch & { id: string; taskId: string };

export type DraftChoices = {
  /** Drafts that are not to be shown again; until the page is loaded anew. */
  dropped: readonly Dropped[];
  trimmed: ReadonlyMap<string, Stretch>;
};

export type ShownDraft = DraftEntry & Stretch & { isTrimmed: boolean };

const none: DraftChoices = { dropped: [], trimmed: new Map() };
const listeners = new Set<() => void>();
let choices = none;

/** Kept outside of the screen: going to another day and back forgets nothing. Nothing of it is stored. */
export function useDraftChoices(): DraftChoices {
  return useSyncExternalStore(subscribe, read, readNone);
}

const read = () => choices;
const readNone = () => none;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: Partial<DraftChoices>): void {
  choices = { ...choices, ...next };
  for (const listener of listeners) listener();
}

/** Gives back the way to undo it. */
export function dropDrafts(drafts: readonly DraftEntry[]): () => void {
  const ids = new Set(drafts.map(({ id }) => id));
  const dropped = drafts.map(({ id, task, ...draft }) => ({ id, taskId: task.id, ...stretchOf(draft) }));
  change({ dropped: [...choices.dropped, ...dropped] });
  return () => change({ dropped: choices.dropped.filter(({ id }) => !ids.has(id)) });
}

export function showDroppedAgain(): void {
  change({ dropped: [] });
}

/** Null: as long as it was drafted. */
export function trimDraft(draft: DraftEntry, to: Stretch | null): void {
  const trimmed = new Map(choices.trimmed);
  const whole = stretchOf(draft);
  if (to === null || (to.start === whole.start && to.end === whole.end)) trimmed.delete(draft.id);
  else trimmed.set(draft.id, to);
  change({ trimmed });
}

/** As they are now, without what was dropped: what trimming left over is gone with the draft that it was part of. */
export function chosenDrafts(drafts: readonly DraftEntry[], { dropped, trimmed }: DraftChoices): ShownDraft[] {
  return drafts
    .filter((draft) => !dropped.some((gone) => gone.id === draft.id || isPartOf(draft, gone)))
    .map((draft) => {
      const whole = stretchOf(draft);
      const to = trimmed.get(draft.id);
      const fits = to !== undefined && whole.start <= to.start && to.end <= whole.end;
      const stretch = fits ? to : whole;
      return { ...draft, ...stretch, durationSeconds: (stretch.end - stretch.start) / 1000, isTrimmed: fits };
    });
}

export function stretchOf({ startedAt, endedAt }: Pick<DraftEntry, 'startedAt' | 'endedAt'>): Stretch {
  return { start: Date.parse(startedAt), end: Date.parse(endedAt) };
}

function isPartOf(draft: DraftEntry, gone: Dropped): boolean {
  const { start, end } = stretchOf(draft);
  return draft.task.id === gone.taskId && gone.start <= start && end <= gone.end;
}
