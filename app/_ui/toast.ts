'use client';

import type { ExternalToast } from 'sonner';

/** Says something in the corner, where the Toaster shows it as soon as it is there. */
export function toast(title: string, options?: ExternalToast): void {
  void import('sonner').then((sonner) => sonner.toast(title, options));
}

toast.success = (title: string, options?: ExternalToast): void => {
  void import('sonner').then((sonner) => sonner.toast.success(title, options));
};

toast.error = (title: string, options?: ExternalToast): void => {
  void import('sonner').then((sonner) => sonner.toast.error(title, options));
};
