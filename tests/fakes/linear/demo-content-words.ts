export const WORK_REMARKS: readonly string[] = [
  'Found the cause: the cache is read before it is filled.',
  'A first version is up for review.',
  'Split the change in two, the second half follows tomorrow.',
  'The tests are green, the release note is missing.',
  'Waiting for an answer from the customer before I go on.',
  'Checked it on a phone: the layout holds.',
  'The old data needs a migration, which I have started.',
  'Talked it through with support, the wording is agreed.',
];

export const REPLIES: readonly string[] = [
  'Thank you, I will have a look this afternoon.',
  'Agreed.',
  'Can you add a test for the empty case?',
  'That works for me.',
  'Let us keep it behind the flag until Monday.',
];

export const TEAM_LOOKS: readonly (readonly [string, string, string])[] = [
  ['#5e6ad2', 'Code', 'Builds and runs the product.'],
  ['#26b5ce', 'Phone', 'The apps for iOS and Android.'],
  ['#eb5757', 'Palette', 'Screens, words and the design system.'],
  ['#f2994a', 'Gear', 'Keeps everything running.'],
];

export const MILESTONES: readonly string[] = ['Research', 'First release', 'Everybody has it'];

export const DOCUMENTS: readonly (readonly [string, string, string])[] = [
  [
    'Brief',
    'Document',
    '## Why\n\nCustomers ask for this every week.\n\n## What\n\nThe smallest thing that helps them.',
  ],
  [
    'Decisions',
    'Decision',
    '- One flag for the whole change\n- No new tables before the spring\n- Support hears of it first',
  ],
  ['Notes from the interviews', 'Chat', 'Five customers, five ways to work. All of them export to a sheet at the end.'],
];

export const PROJECT_BRIEFS: readonly string[] = [
  'Fewer steps from the basket to the receipt.',
  'Everything that matters works on a train.',
  'One set of parts for all screens.',
  'Single sign-on for companies of any size.',
  'Numbers that people can trust and share.',
  'Half the waiting on every page.',
];

export const UPDATES: readonly string[] = [
  'On course. The riskiest part is behind us.',
  'A week late: the data was worse than we thought.',
  'The first customers use it and like it.',
];

export const LINKS: readonly (readonly [string, string, string])[] = [
  ['github', 'https://github.com/northwind/app/pull/', 'Pull request'],
  ['figma', 'https://www.figma.com/file/northwind-', 'Design file'],
  ['zendesk', 'https://northwind.zendesk.com/agent/tickets/', 'Support ticket'],
];
