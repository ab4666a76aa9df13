'use client';

import type { ExternalToast } from 'sonner';

type Sonner = typeof import('sonner');

/** Says something in the corner, where the Toaster shows it as soon as it is there. */
export function toast(title: string, options?: ExternalToast): void {
  say((sonner) => sonner.toast(title, options));
}

toast.success = (title: string, options?: ExternalToast): void => {
  say((sonner) => sonner.toast.success(title, options));
};

toast.error = (title: string, options?: ExternalToast): void => {
  say((sonner) => sonner.toast.error(title, options));
};

toast.dismiss = (id: string): void => {
  say((sonner) => void sonner.toast.dismiss(id));
};

function say(words: (sonner: Sonner) => void): void {
  // It comes with the page, after what is at first sight. Whoever loses the network before that hears nothing.
  import('sonner').then(words).catch(() => undefined);
}
