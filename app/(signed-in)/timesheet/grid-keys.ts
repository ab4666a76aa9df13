import type { KeyboardEvent } from 'react';
import type { Step } from './use-grid-place';

type GridActions = {
  /** Somebody types in a cell, or there is none. */
  isResting: boolean;
  move: (step: Step) => void;
  edit: () => void;
  /** The first letter of a duration. */
  type: (letter: string) => void;
  clear: () => void;
  show: () => void;
  /** False: there was nothing to drop. */
  drop: () => boolean;
};

const near: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
};
const far: Record<string, Step> = { Home: 'gridStart', End: 'gridEnd' };
const startsDuration = /^[\d.,:]$/;

/** What each key does in a cell. All others stay free for the shortcuts of the page. */
export function gridKeys(actions: GridActions) {
  return (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, nativeEvent } = event;
    if (actions.isResting || altKey || nativeEvent.isComposing || !isInGrid(event)) return;
    const isFar = ctrlKey || metaKey;
    const step = isFar ? far[key] : near[key];
    if (step !== undefined) actions.move(step);
    else if (isFar || !act(key, actions)) return;
    event.preventDefault();
  };
}

function act(key: string, actions: GridActions): boolean {
  if (key === 'Enter' || key === 'F2') actions.edit();
  else if (key === 'Delete' || key === 'Backspace') actions.clear();
  else if (key === ' ') actions.show();
  else if (startsDuration.test(key)) actions.type(key);
  else return key === 'Escape' && actions.drop();
  return true;
}

/** React passes on what happens in a popover to what rendered it; a button in a cell has its own keys. */
function isInGrid({ target, currentTarget }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && currentTarget.contains(target) && target.closest('button, a') === null;
}
