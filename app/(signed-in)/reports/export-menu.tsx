'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '@/app/_ui/button';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/app/_ui/dropdown-menu';
import { toastError } from '@/app/_ui/toast-error';
import type { Query } from '@/lib/browser/to-query-string';
import type { ExportFormat } from '@/lib/contracts/report';
import { download } from './download';

const formats: { format: ExportFormat; label: string }[] = [
  { format: 'csv', label: 'CSV' },
  { format: 'xlsx', label: 'Excel' },
  { format: 'pdf', label: 'PDF' },
];
type Choice = { label: string; query: Query };

export const ownExports: readonly Choice[] = [
  { label: 'The report as shown', query: { detail: 'summary' } },
  { label: 'Every entry behind it', query: { detail: 'entries' } },
];
/** A link shows no entries. */
export const sharedExports: readonly Choice[] = [{ label: 'The report as shown', query: {} }];

type ExportMenuProps = {
  path: string;
  /** The report's own. */
  query: Query;
  choices: readonly Choice[];
};

/** What is on the screen, or all that it was made of, as a file. */
export function ExportMenu({ path, query, choices }: ExportMenuProps) {
  const exporting = useMutation({
    mutationFn: (choice: Query) => download(path, { ...query, ...choice }),
    onError: (error) => toastError('The report could not be exported.', error),
  });
  return (
    <DropdownMenu
      className="w-48"
      trigger={
        <Button loading={exporting.isPending}>
          {!exporting.isPending && <Download aria-hidden />}
          Export
        </Button>
      }
    >
      {choices.map(({ label, query: choice }, index) => (
        <div key={label}>
          {index > 0 && <MenuSeparator />}
          <MenuLabel>{label}</MenuLabel>
          {formats.map(({ format, label: name }) => (
            <MenuItem key={format} onSelect={() => exporting.mutate({ ...choice, format })}>
              {name}
            </MenuItem>
          ))}
        </div>
      ))}
    </DropdownMenu>
  );
}
