import { DOCUMENTS, LINKS, MILESTONES, PROJECT_BRIEFS, REPLIES, TEAM_LOOKS, UPDATES } from './demo-content-words';
import type { Comment, Issue, Project, ProjectMilestone, Team, User } from './model';
import type { Random } from './random';
import type { Workspace } from './workspace';

const DAY_MS = 86_400_000;

export interface DemoCounts {
  comments: number;
  attachments: number;
  relations: number;
  notifications: number;
}

interface Stage {
  workspace: Workspace;
  issues: readonly Issue[];
  people: readonly User[];
  random: Random;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function dress(workspace: Workspace, teams: readonly Team[]): void {
  for (const [place, team] of teams.entries()) {
    const [color, icon, description] = TEAM_LOOKS[place % TEAM_LOOKS.length] ?? [];
    Object.assign(team, { color, icon, description });
  }
  for (const cycle of workspace.cycles.values()) {
    if (cycle.number % 3 === 0) cycle.name = `Focus ${cycle.number}`;
  }
}

function planProject(stage: Stage, project: Project, place: number): ProjectMilestone[] {
  const { workspace, people, random } = stage;
  const nowMs = workspace.clock().getTime();
  const day = (offset: number) => iso(nowMs + offset * DAY_MS).slice(0, 10);
  const description = PROJECT_BRIEFS[place % PROJECT_BRIEFS.length] ?? '';
  const dates = { startDate: day(-90 + place * 7), targetDate: day(30 + place * 14) };
  Object.assign(project, { description, ...dates, members: people.slice(0, 4 + (place % 3)) });
  for (const [title, icon, content] of DOCUMENTS) {
    const createdAt = iso(nowMs - (40 + random.below(60)) * DAY_MS);
    workspace.createDocument({
      title: `${title}: ${project.name}`,
      icon,
      content,
      project,
      creator: random.pick(people),
      createdAt,
    });
  }
  return MILESTONES.map((name, step) =>
    workspace.createMilestone(project, name, {
      targetDate: day(-20 + step * 30),
      createdAt: project.createdAt,
      sortOrder: step,
    }),
  );
}

/** What stands around the issues: looks of teams, plans and documents of projects. */
export function addPlans(stage: Stage): void {
  const { workspace, random } = stage;
  dress(workspace, [...workspace.teams.values()]);
  const milestones = new Map<Project, ProjectMilestone[]>();
  for (const [place, project] of [...workspace.projects.values()].entries()) {
    milestones.set(project, planProject(stage, project, place));
  }
  for (const issue of stage.issues) {
    const own = issue.project === null ? [] : (milestones.get(issue.project) ?? []);
    if (own.length === 0 || random.chance(0.5)) continue;
    workspace.issues.change(issue, { projectMilestone: random.pick(own) });
  }
}

function between(random: Random, from: string, to: string): string {
  const fromMs = Date.parse(from);
  return iso(fromMs + random.next() * Math.max(0, Date.parse(to) - fromMs));
}

/** Every third one answers the one before it, where that is on the same issue. */
export function addComments(stage: Stage, count: number, words: readonly string[]): void {
  const { workspace, issues, people, random } = stage;
  const now = workspace.now();
  let before: Comment | undefined;
  for (let left = count; left > 0 && issues.length > 0; left -= 1) {
    const user = random.pick(people);
    if (before !== undefined && left % 3 === 0) {
      const createdAt = between(random, before.createdAt, now);
      workspace.createComment({ parent: before, body: random.pick(REPLIES), user, createdAt });
      before = undefined;
    } else {
      const issue = random.pick(issues);
      const createdAt = between(random, issue.createdAt, now);
      before = workspace.createComment({ issue, body: random.pick(words), user, createdAt });
    }
  }
}

export function addAttachments(stage: Stage, count: number): void {
  const { workspace, issues, people, random } = stage;
  const now = workspace.now();
  for (let number = 1; number <= count && issues.length > 0; number += 1) {
    const issue = random.pick(issues);
    const [sourceType, base, title] = random.pick(LINKS);
    const createdAt = between(random, issue.createdAt, now);
    const subtitle = sourceType === 'github' ? random.pick(['Open', 'Merged', 'In review']) : null;
    const input = { issue, url: `${base}${number}`, title: `${title} ${number}`, subtitle, sourceType };
    workspace.attach({ ...input, creator: random.pick(people), createdAt });
  }
}

const RELATIONS = ['blocks', 'related', 'related', 'duplicate'] as const;

export function addRelations(stage: Stage, count: number): void {
  const { workspace, issues, random } = stage;
  const now = workspace.now();
  for (let left = count; left > 0 && issues.length > 1; left -= 1) {
    const [issue, related] = [random.pick(issues), random.pick(issues)];
    if (issue === related) continue;
    const [, later = issue.createdAt] = [issue.createdAt, related.createdAt].sort();
    workspace.relate(issue, random.pick(RELATIONS), related, { createdAt: between(random, later, now) });
  }
}

/** Somebody said or did something about an issue of one's own: the newest comments and updates first. */
export function addNotifications(stage: Stage, count: number): void {
  const { workspace, people, random } = stage;
  const comments = workspace.comments.index('createdAt').rows;
  let left = count;
  for (const comment of comments) {
    const { issue, user: actor } = comment;
    const user = issue?.assignee ?? null;
    if (left === 0) break;
    if (user === null || user === actor) continue;
    left -= 1;
    const readAt = random.chance(0.6) ? between(random, comment.createdAt, workspace.now()) : null;
    const type = random.chance(0.8) ? 'issueNewComment' : 'issueCommentMention';
    workspace.notify({ type, user, actor, comment, createdAt: comment.createdAt, readAt });
  }
  for (const project of workspace.projects.values()) {
    const [author = random.pick(people), ...others] = project.members;
    const createdAt = iso(workspace.clock().getTime() - (1 + random.below(12)) * DAY_MS);
    const projectUpdate = workspace.postUpdate(project, random.pick(UPDATES), author, { createdAt });
    for (const user of others)
      workspace.notify({ type: 'projectUpdateCreated', user, actor: author, project, projectUpdate, createdAt });
  }
}
