import type { Tone } from '@/app/_ui/tones';
import type { PushRefusal, PushView } from '@/lib/contracts/push';

export const stateLooks: Record<PushView['state'], { label: string; tone: Tone }> = {
  off: { label: 'Off', tone: 'neutral' },
  waiting: { label: 'Waiting for the first delivery', tone: 'info' },
  ok: { label: 'Live', tone: 'success' },
  silent: { label: 'Nothing comes any more', tone: 'warning' },
  refusing: { label: 'Deliveries are refused', tone: 'danger' },
};

export interface Trouble {
  title: string;
  remedy: string;
}

export const silence: Trouble = {
  title: 'Linear has stopped sending.',
  remedy:
    'A sync found changes that no delivery had told. Nothing is lost: the schedule goes on finding them. Look at the webhook in Linear under Settings, API: turn it on again if it is off, and compare its address with the one here.',
};

export const refusalTroubles: Record<PushRefusal, Trouble> = {
  bad_signature: {
    title: 'The last delivery was not signed with a secret that is kept here.',
    remedy:
      'Rotate the secret of a webhook that was made here. Of one that was made by hand, replace it with the secret that Linear shows. If you have just rotated it, Linear sends again.',
  },
  stale: {
    title: 'The last delivery was stamped more than a minute away from the clock of this server.',
    remedy: 'Check the clock of this server.',
  },
  wrong_workspace: {
    title: 'The last delivery was of another workspace.',
    remedy: 'Delete that webhook in the other workspace.',
  },
  too_large: {
    title: 'The last delivery was larger than 5 MiB.',
    remedy: 'It was left out. The next sync finds what it told.',
  },
  not_json: {
    title: 'The last delivery could not be read.',
    remedy: 'Something other than Linear may be using this address and secret.',
  },
  disabled: {
    title: 'The last delivery was dropped, because this connection is paused.',
    remedy: 'Resume it: the first run finds what changed meanwhile.',
  },
};

/** In passing, where nothing is wrong any more. */
export const refusalWords: Record<PushRefusal, string> = {
  bad_signature: 'wrong signature',
  stale: 'old stamp',
  wrong_workspace: 'another workspace',
  too_large: 'too large',
  not_json: 'not readable',
  disabled: 'the connection was paused',
};

/** "Issue updated" */
export function tellDelivery({ type, action }: Pick<PushView['recent'][number], 'type' | 'action'>): string {
  const noun = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${verbs[action] ?? action}`;
}

const verbs: Record<string, string> = { create: 'created', update: 'updated', remove: 'removed' };

/** "0.6 s", "12 s", "3 min" */
export function formatDelay(milliseconds: number): string {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 99_500) return `${Math.round(milliseconds / 1000)} s`;
  return `${Math.round(milliseconds / 60_000)} min`;
}
