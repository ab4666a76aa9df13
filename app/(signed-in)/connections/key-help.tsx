import { ExternalLink } from '@/app/_ui/external-link';

/** How to make a key; the sync needs one that reads. */
export function KeyHelp() {
  return (
    <ol className="flex list-decimal flex-col gap-0.5 pl-4 text-muted text-xs marker:text-faint">
      <li>
        In Linear open{' '}
        <ExternalLink href="https://linear.app/settings/account/security">Settings, Security & access</ExternalLink>,
        then Personal API keys.
      </li>
      <li>
        Make a new key. The Read permission is enough. Write and Admin are for writing to Linear and for webhooks, both
        off at first.
      </li>
      <li>Give it access to the teams that you want here, or to all teams.</li>
    </ol>
  );
}
