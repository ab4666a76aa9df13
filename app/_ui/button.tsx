'use client';

import { LoaderCircle } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonStyles } from './button-styles';
import { cn } from './cn';

type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** Shows a spinner and, like `aria-disabled`, swallows clicks but keeps the focus where it is. */
    loading?: boolean | undefined;
  };

export function Button({
  variant,
  size,
  block,
  loading = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const isOff = loading || rest['aria-disabled'] === true;
  return (
    <button
      {...rest}
      type={type}
      className={cn(buttonStyles({ variant, size, block }), className)}
      aria-busy={loading || undefined}
      aria-disabled={isOff || undefined}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
    >
      {loading && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  );
}
