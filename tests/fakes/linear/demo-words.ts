/** What goes wrong or is wanted, by area of the product: a title is a phrase about a thing in an area. */
export const AREAS: Readonly<Record<string, readonly string[]>> = {
  checkout: ['discount codes', 'the order summary', 'guest checkout', 'card retries', 'the address form', 'tax lines'],
  billing: ['invoice PDFs', 'proration', 'the billing portal', 'failed payments', 'VAT numbers', 'credit notes'],
  search: ['typo tolerance', 'result ranking', 'saved searches', 'filter chips', 'recent queries', 'the empty state'],
  onboarding: [
    'the welcome tour',
    'invite e-mails',
    'workspace setup',
    'sample data',
    'the first project',
    'import from CSV',
  ],
  notifications: ['digest e-mails', 'push tokens', 'quiet hours', 'mention alerts', 'unread counts', 'mute rules'],
  reporting: [
    'weekly exports',
    'the burn-up chart',
    'custom date ranges',
    'CSV columns',
    'scheduled reports',
    'team totals',
  ],
  accounts: [
    'single sign-on',
    'password reset',
    'two-factor codes',
    'session expiry',
    'profile pictures',
    'role changes',
  ],
  editor: ['pasted tables', 'inline code', 'image uploads', 'slash commands', 'undo history', 'checklists'],
  sync: [
    'offline edits',
    'conflict banners',
    'webhook retries',
    'large attachments',
    'the change feed',
    'stale caches',
  ],
  mobile: ['the share sheet', 'cold start time', 'pull to refresh', 'deep links', 'dark mode', 'haptic feedback'],
  design: ['button states', 'the colour tokens', 'empty illustrations', 'form spacing', 'icon sizes', 'focus rings'],
  infrastructure: [
    'nightly backups',
    'the deploy pipeline',
    'slow queries',
    'log retention',
    'health checks',
    'queue depth',
  ],
};

export const PHRASES: readonly string[] = [
  'Fix {thing} in {area} for {who}',
  'Speed up {thing} in {area} {when}',
  'Show an error when {thing} fail in {area} {when}',
  'Redesign {thing} in {area} for {who}',
  'Write tests for {thing} in {area} {when}',
  'Investigate reports about {thing} in {area} from {who}',
  'Remove the old path for {thing} in {area} {when}',
  'Add keyboard access to {thing} in {area} for {who}',
  'Document {thing} in {area} for {who}',
  'Make {thing} in {area} work {when}',
  'Track usage of {thing} in {area} by {who}',
  'Clean up {thing} in {area} {when}',
  'Agree on the wording of {thing} in {area} for {who}',
  'Let admins configure {thing} in {area} for {who}',
];

export const AUDIENCES: readonly string[] = [
  'new customers',
  'large workspaces',
  'guests',
  'the support team',
  'enterprise accounts',
  'people on slow networks',
  'screen reader users',
  'contractors',
  'the sales demo',
  'trial users',
];

export const OCCASIONS: readonly string[] = [
  'on Safari',
  'after the upgrade',
  'when the network drops',
  'on small screens',
  'with more than 1,000 rows',
  'before the spring release',
  'in the German version',
  'behind a proxy',
  'during peak hours',
  'for right-to-left languages',
];

export const LABELS: readonly (readonly [string, string])[] = [
  ['Bug', '#eb5757'],
  ['Feature', '#bb87fc'],
  ['Improvement', '#4ea7fc'],
  ['Customer request', '#f2994a'],
  ['Accessibility', '#26b5ce'],
  ['Performance', '#0f783c'],
  ['Tech debt', '#95a2b3'],
];

export const PEOPLE: readonly string[] = [
  'Ada Whitfield',
  'Bruno Castellan',
  'Chiara Lindqvist',
  'Daniel Okafor',
  'Elena Marchetti',
  'Farid Haddad',
  'Grace Nakamura',
  'Henrik Solberg',
];

export const PROJECTS: readonly string[] = [
  'Checkout rework',
  'Mobile offline mode',
  'Design system refresh',
  'Enterprise sign-in',
  'Reporting 2.0',
  'Performance spring',
];

export const TEAMS: readonly (readonly [string, string])[] = [
  ['ENG', 'Engineering'],
  ['MOB', 'Mobile'],
  ['DES', 'Design'],
  ['OPS', 'Operations'],
  ['GRO', 'Growth'],
  ['SUP', 'Support'],
  ['DAT', 'Data'],
  ['SEC', 'Security'],
];

export const REMARKS: readonly string[] = [
  'I can reproduce this on the staging server.',
  'Let us pair on it tomorrow morning.',
  'The customer says that it works now.',
  'Moved behind a flag for the moment.',
  'Screenshots are in the design file.',
  'This needs a decision about the old data first.',
];
