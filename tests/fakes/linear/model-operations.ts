const PEOPLE = [
  'makeUser',
  'updateUser',
  'createTeam',
  'updateTeam',
  'renameTeam',
  'changeTeamKey',
  'setVisibility',
  'setPrivate',
  'setMembers',
  'archiveTeam',
  'unarchiveTeam',
  'deleteTeam',
  'addState',
  'renameState',
  'updateState',
  'archiveState',
  'createKey',
  'revokeKey',
  'restoreKey',
] as const;

const LABELS = ['createLabel', 'renameLabel', 'updateLabel', 'archiveLabel', 'unarchiveLabel', 'deleteLabel'] as const;

const PROJECTS = [
  'createProject',
  'renameProject',
  'updateProject',
  'archiveProject',
  'unarchiveProject',
  'deleteProject',
  'postUpdate',
  'createMilestone',
  'updateMilestone',
  'archiveMilestone',
  'unarchiveMilestone',
  'deleteMilestone',
  'createDocument',
  'updateDocument',
  'archiveDocument',
  'unarchiveDocument',
  'deleteDocument',
] as const;

const CYCLES = ['createCycle', 'updateCycle', 'archiveCycle', 'unarchiveCycle', 'deleteCycle'] as const;

const ISSUES = [
  'createIssue',
  'updateIssue',
  'setLabels',
  'setStateHistory',
  'moveIssue',
  'archiveIssue',
  'unarchiveIssue',
  'trashIssue',
  'restoreIssue',
  'deletePermanently',
  'deleteRow',
] as const;

const TALK = [
  'comment',
  'createComment',
  'updateComment',
  'resolveComment',
  'unresolveComment',
  'archiveComment',
  'unarchiveComment',
  'deleteComment',
  'attach',
  'updateAttachment',
  'archiveAttachment',
  'deleteAttachment',
  'relate',
  'updateRelation',
  'archiveRelation',
  'deleteRelation',
  'notify',
  'readNotification',
  'snoozeNotification',
  'archiveNotification',
  'unarchiveNotification',
  'deleteNotification',
] as const;

/** What the model can do, by the names of its methods; the arguments are JSON and rows are named by id, key or e-mail. */
const MODEL_OPERATIONS = [...PEOPLE, ...LABELS, ...PROJECTS, ...CYCLES, ...ISSUES, ...TALK] as const;

export type ModelOperation = (typeof MODEL_OPERATIONS)[number];

export function isModelOperation(op: string): op is ModelOperation {
  return (MODEL_OPERATIONS as readonly string[]).includes(op);
}
