'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/app/_ui/cn';
import { IconButton } from '@/app/_ui/icon-button';

const tones = {
  info: 'bg-info-subtle [&_i]:bg-info',
  warning: 'bg-warning-subtle [&_i]:bg-warning',
  danger: 'bg-danger-subtle [&_i]:bg-danger',
};

type NoticeProps = {
  tone: keyof typeof tones;
  action?: ReactNode;
  onHide?: (() => void) | undefined;
  children: ReactNode;
};

/** One line under the top bar. */
export function Notice({ tone, action, onHide, children }: NoticeProps) {
  return (
    <div
      className={cn(
        'flex min-h-9 items-center gap-2 border-line border-b px-3 py-0.5 text-ink text-sm md:px-4',
        tones[tone],
      )}
    >
      <i aria-hidden className="size-2 shrink-0 rounded-full" />
      <p className="min-w-0 flex-1 break-words">{children}</p>
      {action}
      {onHide && <IconButton size="sm" label="Hide this notice" icon={<X aria-hidden />} onClick={onHide} />}
    </div>
  );
}
