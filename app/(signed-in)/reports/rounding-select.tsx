'use client';

import { Select } from '@/app/_ui/select';
import { useInstallation } from '@/app/(signed-in)/_money/use-installation';
import { roundingName } from './report-words';

type RoundingSelectProps = { value: 'exact' | null; onChange: (value: 'exact' | null) => void };

/** There where the installation rounds: its rounding, or the time as it is. */
export function RoundingSelect({ value, onChange }: RoundingSelectProps) {
  const { data } = useInstallation();
  if (!data || (data.rounding.mode === 'none' && value === null)) return null;
  const options = [
    { value: 'installation' as const, label: data.rounding.mode === 'none' ? 'Rounded' : roundingName(data.rounding) },
    { value: 'exact' as const, label: 'Exact time' },
  ];
  return (
    <Select
      aria-label="Rounding"
      options={options}
      value={value ?? 'installation'}
      onChange={(next) => onChange(next === 'exact' ? 'exact' : null)}
      className="w-auto min-w-0 border-line text-sm pointer-coarse:text-sm"
    />
  );
}
