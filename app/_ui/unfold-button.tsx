'use client';

/** Under something that shows its beginning only. */
export function UnfoldButton({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      onClick={onToggle}
      className="mt-1 block rounded-sm font-normal text-accent-text text-sm tracking-normal hover:underline pointer-coarse:min-h-11"
    >
      {isOpen ? 'Show less' : 'Show all'}
    </button>
  );
}
