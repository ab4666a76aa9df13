'use client';

import { late } from '@/app/_ui/late';
import { useLate } from '@/app/_ui/use-late';
import { useWeek } from '@/app/(signed-in)/timesheet/use-week';
import type { Day } from '@/lib/time/local-day';
import { useDraftMode } from './use-draft-mode';

/** The button that opens the drafts; closing them gives the focus back to it. */
export const reconstructId = 'reconstruct';

const draftPanel = late(async () => (await import('./draft-panel')).DraftPanel);

export type Drafting = ReturnType<typeof useDrafting>;

/** Only one's own hours are drafted. */
export function useDrafting(on: Day, isOwn: boolean) {
  const { show } = useWeek();
  const mode = useDraftMode();
  const isOn = isOwn && mode.isOn;
  const Panel = useLate(draftPanel, isOn);
  function close() {
    mode.setIsOn(false);
    document.getElementById(reconstructId)?.focus();
  }
  return {
    isOn,
    toggle: isOwn ? () => mode.setIsOn(!isOn) : null,
    panel: (closed: string | null) => isOn && Panel && <Panel on={on} closed={closed} onShow={show} onClose={close} />,
  };
}
