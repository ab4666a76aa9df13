'use client';

import { Check } from 'lucide-react';
import { RadioGroup as Radix } from 'radix-ui';
import { projectColors } from '@/lib/contracts/values';

const colorNames: Record<(typeof projectColors)[number], string> = {
  '#5b5bd6': 'Indigo',
  '#0d74ce': 'Blue',
  '#0f8a7a': 'Teal',
  '#3d8b40': 'Green',
  '#8a6d00': 'Olive',
  '#c2560c': 'Orange',
  '#cd2b31': 'Red',
  '#c2298a': 'Pink',
  '#8145b5': 'Purple',
  '#60646c': 'Grey',
};

type ColorPickerProps = { value: string; initial: string; onChange: (color: string) => void };

/** Our palette, and the colour that the project came with. */
export function ColorPicker({ value, initial, onChange }: ColorPickerProps) {
  const own = projectColors.map((color) => ({ color: color as string, name: colorNames[color] }));
  const isOwn = own.some(({ color }) => color === initial.toLowerCase());
  const colors = isOwn ? own : [{ color: initial, name: 'As imported' }, ...own];
  return (
    <Radix.Root aria-label="Colour" value={value} onValueChange={onChange} className="flex flex-wrap gap-2">
      {colors.map(({ color, name }) => (
        <Radix.Item
          key={color}
          value={color}
          aria-label={name}
          title={name}
          className="flex size-7 items-center justify-center rounded-full text-white focus-visible:outline-offset-2 pointer-coarse:size-11"
          style={{ backgroundColor: color }}
        >
          <Radix.Indicator>
            <Check aria-hidden className="size-4" />
          </Radix.Indicator>
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
