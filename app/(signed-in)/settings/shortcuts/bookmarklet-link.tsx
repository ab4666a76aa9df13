'use client';

import { Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { buttonStyles } from '@/app/_ui/button-styles';
import { toast } from '@/app/_ui/toast';

/** A link to drag, not to click: here is no issue, and our own policy would refuse to run it. */
export function BookmarkletLink({ href }: { href: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  // React refuses to write such an address.
  useEffect(() => link.current?.setAttribute('href', href), [href]);
  return (
    // biome-ignore lint/a11y/useValidAnchor: only a link can be dragged to the bookmarks.
    <a
      ref={link}
      href="#bookmarklet"
      draggable
      className={buttonStyles({ variant: 'primary' })}
      onClick={(event) => {
        event.preventDefault();
        toast('Drag this button to your bookmarks bar.');
      }}
    >
      <Play aria-hidden />
      Track in Trackline
    </a>
  );
}
