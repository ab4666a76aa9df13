'use client';

import type { KeyboardEvent } from 'react';
import { Input } from '@/app/_ui/input';
import { useMediaQuery } from '@/app/_ui/use-media-query';
import { parseClock } from '@/lib/time/wall-span';

type TimeInputProps = {
  value: string;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  id?: string | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  className?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-describedby'?: string | undefined;
};

/** A time of day: "930" is enough with a keyboard. A finger gets the wheel of its phone. */
export function TimeInput({ value, onChange, onBlur, placeholder, ...rest }: TimeInputProps) {
  const isTouch = useMediaQuery('(pointer: coarse)');
  function leave() {
    const time = parseClock(value);
    if (time !== null) onChange(time);
    onBlur?.();
  }
  return (
    <Input
      {...rest}
      type={isTouch ? 'time' : 'text'}
      value={value}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onBlur={leave}
    />
  );
}
