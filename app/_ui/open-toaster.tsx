'use client';

import { useTheme } from 'next-themes';
import { Toaster as Sonner } from 'sonner';

/** What the Toaster shows. */
export function OpenToaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      gap={8}
      offset={{ bottom: 'var(--toast-foot, 24px)' }}
      mobileOffset={{ bottom: 'var(--toast-foot, 16px)' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-[calc(100vw-2rem)] items-start gap-2 rounded-md border border-line bg-raised px-3 py-2 font-sans text-ink text-sm shadow-float sm:w-88',
          content: 'min-w-0 flex-1',
          title: 'font-medium break-words',
          description: '!text-muted break-words',
          icon: 'mt-0.5 [&_svg]:size-4',
          success: '[&_[data-icon]]:text-success',
          error: '[&_[data-icon]]:text-danger',
          warning: '[&_[data-icon]]:text-warning',
          info: '[&_[data-icon]]:text-info',
          actionButton:
            'shrink-0 self-center rounded-sm px-2 py-0.5 font-medium text-accent-text hover:bg-hover pointer-coarse:min-h-11',
        },
      }}
    />
  );
}
