'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { Tooltip } from './tooltip';

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'aria-label' | 'block' | 'children'> & {
  /** What it does: the accessible name and the tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string | undefined;
  tooltipSide?: ComponentProps<typeof Tooltip>['side'] | undefined;
};

const sizes = { sm: 'w-7 px-0', md: 'w-8 px-0', lg: 'w-9 px-0' };

export function IconButton({
  label,
  icon,
  shortcut,
  tooltipSide,
  variant = 'ghost',
  size = 'md',
  className,
  loading,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      <Button
        {...rest}
        aria-label={label}
        variant={variant}
        size={size}
        loading={loading}
        className={cn(sizes[size ?? 'md'], 'pointer-coarse:min-w-11', className)}
      >
        {loading ? null : icon}
      </Button>
    </Tooltip>
  );
}
