'use client';

import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import type { PaletteGroup } from './palette-action';

type Press = { withMod: boolean };

type Options = {
  groups: readonly PaletteGroup[];
  isSearching: boolean | undefined;
  isFoundElsewhere: boolean;
  close: () => void;
};

/**
 * What the palette's keys do beyond those of cmdk: Enter with Ctrl or Cmd, the pin, and an Enter that was faster than
 * the search. That one waits, so that a name typed in one go never runs the hit of its first letters.
 */
export function usePaletteKeys({ groups, isSearching = false, isFoundElsewhere, close }: Options) {
  const [early, setEarly] = useState<Press | null>(null);
  const [selectedId, setSelectedId] = useState('');
  const [hasChosen, setHasChosen] = useState(false);
  const actions = groups.flatMap((group) => group.actions);
  // What was found last may come above what was there: until somebody chooses, the first is meant.
  const value = isFoundElsewhere && !hasChosen ? (actions[0]?.id ?? '') : selectedId;
  const selected = actions.find(({ id }) => id.trim() === value.trim());

  function press({ withMod }: Press) {
    const action = withMod && !selected?.runWithMod ? actions.find((each) => each.runWithMod) : selected;
    if (!action) return;
    close();
    (withMod ? action.runWithMod : action.run)?.();
  }
  const pressEarly = useEffectEvent(() => early && press(early));

  useEffect(() => {
    if (early === null || isSearching) return;
    pressEarly();
    setEarly(null);
  }, [early, isSearching]);

  function onKeyDown(event: KeyboardEvent) {
    const withMod = event.ctrlKey || event.metaKey;
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'd' && withMod) {
      event.preventDefault();
      selected?.pin?.toggle();
    } else if (event.key === 'Enter') {
      const waits = isSearching && (isFoundElsewhere ? !hasChosen : withMod && !selected?.runWithMod);
      if (!withMod && !waits) return;
      event.preventDefault();
      if (waits) setEarly({ withMod });
      else press({ withMod });
    } else if (!modifiers.includes(event.key)) {
      setEarly(null);
      setHasChosen(movers.includes(event.key));
    }
  }
  return { onKeyDown, value, onValueChange: setSelectedId, onPointerMove: () => setHasChosen(true) };
}

const modifiers = ['Control', 'Meta', 'Shift', 'Alt'];
const movers = ['ArrowDown', 'ArrowUp', 'Home', 'End'];
