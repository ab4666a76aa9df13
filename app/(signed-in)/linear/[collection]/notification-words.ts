import { inWords } from './in-words';

const words: Record<string, string> = {
  issueAddedToTriage: 'Added to triage',
  issueAddedToView: 'Added to a view',
  issueAssignedToYou: 'Assigned to you',
  issueCommentMention: 'Mention in a comment',
  issueCommentReaction: 'Reaction to a comment',
  issueCreated: 'New issue',
  issueDue: 'Issue is due',
  issueEmojiReaction: 'Reaction to an issue',
  issueMention: 'Mention in an issue',
  issueNewComment: 'New comment',
  issuePriorityUrgent: 'Marked as urgent',
  issueReminder: 'Reminder',
  issueReopened: 'Reopened',
  issueSlaBreached: 'SLA breached',
  issueSlaHighRisk: 'SLA at high risk',
  issueStatusChanged: 'Status changed',
  issueStatusChangedAll: 'Status changed',
  issueStatusChangedDone: 'Status changed',
  issueThreadResolved: 'Thread resolved',
  issueUnassignedFromYou: 'No longer assigned to you',
  issueUnblocked: 'No longer blocked',
  projectAddedAsLead: 'You lead a project',
  projectAddedAsMember: 'You were added to a project',
  projectNewComment: 'New comment on a project',
  projectUpdateCreated: 'New project update',
  projectUpdateNewComment: 'New comment on a project update',
  projectUpdatePrompt: 'Project update asked for',
};

/** What a notification is about. Linear has more types, and adds some: their own words then. */
export function notificationWords(type: string): string {
  return words[type] ?? inWords(type);
}
