import { priorityName } from './task-words';

const bars = [
  { x: 1, y: 9, height: 5 },
  { x: 6, y: 6, height: 8 },
  { x: 11, y: 3, height: 11 },
];
/** How many bars are full: high 3, medium 2, low 1. */
const fullBars: Record<number, number> = { 2: 3, 3: 2, 4: 1 };

type PriorityIconProps = {
  priority: number | null;
  /** Its name stands beside it, and is not said twice. */
  isNamed?: true;
};

/** Linear's mark for a priority. */
export function PriorityIcon({ priority, isNamed }: PriorityIconProps) {
  const name = priorityName(priority);
  return (
    <svg viewBox="0 0 16 16" className="size-4 shrink-0 text-muted" role="img" aria-label={name} aria-hidden={isNamed}>
      <title>{name}</title>
      {priority === 1 ? <Urgent /> : priority && fullBars[priority] ? <Bars full={fullBars[priority]} /> : <None />}
    </svg>
  );
}

function Urgent() {
  return (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" className="fill-[#d4570a]" />
      <path d="M8 4v5M8 11.2v.8" className="stroke-white" strokeWidth="2" strokeLinecap="round" />
    </>
  );
}

function Bars({ full }: { full: number }) {
  return bars.map(({ x, y, height }, index) => (
    <rect key={x} x={x} y={y} width="3.5" height={height} rx="1" fill="currentColor" opacity={index < full ? 1 : 0.3} />
  ));
}

function None() {
  return bars.map(({ x }) => (
    <rect key={x} x={x} y="7.5" width="3.5" height="1.5" rx="0.75" fill="currentColor" opacity="0.6" />
  ));
}
