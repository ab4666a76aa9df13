import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

type TableProps = ComponentProps<'table'> & {
  /** What the table holds, for screen readers. */
  label: string;
};

/** Scrolls sideways by itself when it is too wide for its place. */
export function Table({ label, className, ...rest }: TableProps) {
  return (
    <div className="relative w-full overflow-x-auto">
      <table {...rest} aria-label={label} className={cn('w-full border-collapse text-left text-sm', className)} />
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

type CellProps<Tag extends 'td' | 'th'> = ComponentProps<Tag> & {
  /** Right-aligned, digits of one width. */
  numeric?: boolean | undefined;
};

export function Th({ numeric = false, className, ...rest }: CellProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        'h-8 whitespace-nowrap border-line border-b px-3 font-medium text-faint text-xs',
        numeric && 'text-right',
        className,
      )}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      {...rest}
      className={cn(
        'group h-9 border-line border-b transition-colors last:border-b-0 hover:bg-subtle aria-selected:bg-selected',
        className,
      )}
    />
  );
}

export function Td({ numeric = false, className, ...rest }: CellProps<'td'>) {
  return <td {...rest} className={cn('px-3 py-1 align-middle', numeric && 'figures text-right', className)} />;
}
