'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { cn } from './cn';
import { Input } from './input';

type PasswordInputProps = Omit<ComponentProps<typeof Input>, 'type'> & {
  /** What is hidden, for the button's name. */
  what?: string | undefined;
};

/** For passwords and API keys: hidden, and shown on demand. */
export function PasswordInput({ what = 'password', className, ...rest }: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        spellCheck={false}
        autoCapitalize="off"
        {...rest}
        type={isShown ? 'text' : 'password'}
        className={cn('pr-9 pointer-coarse:pr-12', className)}
      />
      <button
        type="button"
        aria-label={isShown ? `Hide ${what}` : `Show ${what}`}
        onClick={() => setIsShown(!isShown)}
        className="absolute inset-y-0 right-0 flex w-8 items-center justify-center rounded-md text-muted hover:text-ink pointer-coarse:w-11"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
