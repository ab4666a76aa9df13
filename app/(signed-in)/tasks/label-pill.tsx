type LabelPillProps = { name: string; color: string };

export function LabelPill({ name, color }: LabelPillProps) {
  return (
    <span className="inline-flex h-5 max-w-36 items-center gap-1.5 rounded-full border border-line px-2 text-muted text-xs">
      <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ backgroundColor: color }} />
      <span className="truncate">{name}</span>
    </span>
  );
}
