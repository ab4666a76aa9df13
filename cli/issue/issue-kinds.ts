export const issueKinds = ['feature', 'bug', 'chore', 'patch'] as const;
export type IssueKind = (typeof issueKinds)[number];
