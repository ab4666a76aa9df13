import { addAttachments, addComments, addNotifications, addPlans, addRelations, type DemoCounts } from './demo-content';
import { addPastHistories, addRecentWork } from './demo-histories';
import { REMARKS } from './demo-words';
import { Random } from './random';
import type { Workspace } from './workspace';

const SEED_LIMIT = 2 ** 31;

/** All that is not an issue, in proportion to the issues unless told. From a random of its own: the issues stay as they were. */
export function fillDemoWorkspace(workspace: Workspace, counts: Partial<DemoCounts>): void {
  const issues = [...workspace.issues.values()];
  const people = [...workspace.users.values()];
  const random = new Random(workspace.random.below(SEED_LIMIT));
  const stage = { workspace, issues, people, random };
  const share = (part: number) => Math.floor(issues.length * part);
  const { attachments = share(0.12), relations = share(0.08), notifications = share(0.1) } = counts;
  workspace.bulk(() => {
    addPlans(stage);
    addPastHistories(workspace, issues, people, random);
  });
  workspace.bulk(() => {
    addRecentWork(workspace, issues, people, random);
    const more = counts.comments === undefined ? share(0.1) : counts.comments - workspace.comments.size;
    addComments(stage, more, REMARKS);
    addAttachments(stage, attachments);
    addRelations(stage, relations);
    addNotifications(stage, notifications);
  });
}
