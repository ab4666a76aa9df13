import type { MetadataRoute } from 'next';

/** What a phone or a desktop installs Trackline by. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Trackline',
    short_name: 'Trackline',
    description: 'Self-hosted time tracking on your Linear issues.',
    start_url: '/dashboard',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#5b5bd6',
    categories: ['productivity', 'business'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Start a timer', url: '/dashboard?timer=start' },
      { name: 'Timesheet', url: '/timesheet' },
      { name: 'Tasks', url: '/tasks' },
    ],
  };
}
