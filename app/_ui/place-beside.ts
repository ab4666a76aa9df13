export type Side = 'top' | 'right' | 'bottom' | 'left';
type Box = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left' | 'width' | 'height'>;
type Size = Pick<DOMRect, 'width' | 'height'>;

const gap = 6;
const margin = 8;
const opposite: Record<Side, Side> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

/** Where something floats beside an anchor: on the other side when this one has no room, and never off the screen. */
export function placeBeside(anchor: Box, floating: Size, screen: Size, side: Side): { left: number; top: number } {
  const room: Record<Side, number> = {
    top: anchor.top - floating.height,
    bottom: screen.height - anchor.bottom - floating.height,
    left: anchor.left - floating.width,
    right: screen.width - anchor.right - floating.width,
  };
  const other = opposite[side];
  const isTight = room[side] < gap + margin && room[other] > room[side];
  const { left, top } = beside(anchor, floating, isTight ? other : side);
  return {
    left: keepWithin(left, screen.width - floating.width),
    top: keepWithin(top, screen.height - floating.height),
  };
}

function beside(anchor: Box, floating: Size, side: Side): { left: number; top: number } {
  const left = anchor.left + (anchor.width - floating.width) / 2;
  const top = anchor.top + (anchor.height - floating.height) / 2;
  if (side === 'top') return { left, top: anchor.top - floating.height - gap };
  if (side === 'bottom') return { left, top: anchor.bottom + gap };
  if (side === 'left') return { left: anchor.left - floating.width - gap, top };
  return { left: anchor.right + gap, top };
}

function keepWithin(value: number, most: number): number {
  return Math.round(Math.max(margin, Math.min(value, most - margin)));
}
