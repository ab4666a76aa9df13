import type { ReactNode } from 'react';

type RowProps = {
  /** The box and what it stands for. */
  children: ReactNode;
  state: ReactNode;
  count: ReactNode;
};

/** On a phone the state goes below its name. */
export function Row({ children, state, count }: RowProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-line border-b px-3 py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_16rem_4.5rem]">
      {children}
      <div className="figures text-right text-sm sm:order-last">{count}</div>
      <div className="min-w-0 text-muted text-xs max-sm:col-span-full max-sm:pl-6 sm:flex sm:min-h-5 sm:items-center pointer-coarse:sm:py-3">
        {state}
      </div>
    </li>
  );
}
