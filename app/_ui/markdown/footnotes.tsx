type FootnotesProps = { refs: Record<string, { target: string }> };

/** The parser keeps notes among the addresses, under a name with a caret. */
export function Footnotes({ refs }: FootnotesProps) {
  const notes = Object.entries(refs).filter(([name]) => name.startsWith('^'));
  if (notes.length === 0) return null;
  return (
    <ul className="border-line border-t pt-2 text-muted text-xs">
      {notes.map(([name, { target }]) => (
        <li key={name}>
          <sup>{name.slice(1)}</sup> {target}
        </li>
      ))}
    </ul>
  );
}
