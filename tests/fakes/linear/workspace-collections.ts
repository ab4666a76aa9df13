import type { Document } from './activity-model';
import type { Collection } from './collection';
import type { Cycle, Issue, IssueLabel, Project, ProjectMilestone, Row } from './model';
import { WorkspacePeople } from './workspace-people';
import type { CycleRef, IssueRef, LabelRef, ProjectRef, TeamRef, UserRef } from './workspace-store';

export type MilestoneRef = ProjectMilestone | string;
export type DocumentRef = Document | string;

type LabelChanges = Partial<Pick<IssueLabel, 'name' | 'color' | 'description'>>;
type CycleChanges = Partial<Pick<Cycle, 'name' | 'description' | 'startsAt' | 'endsAt' | 'completedAt'>>;
type MilestoneChanges = Partial<Pick<ProjectMilestone, 'name' | 'description' | 'targetDate' | 'sortOrder' | 'status'>>;

export interface ProjectChanges
  extends Partial<
    Pick<Project, 'name' | 'description' | 'content' | 'color' | 'icon' | 'priority' | 'startDate' | 'targetDate'>
  > {
  lead?: UserRef | null;
  teams?: TeamRef[];
  status?: Project['status']['type'];
}

export interface DocumentChanges
  extends Partial<Pick<Document, 'title' | 'content' | 'icon' | 'color' | 'sortOrder' | 'trashed'>> {
  updatedBy?: UserRef | null;
}

export interface DocumentInput extends DocumentChanges, Partial<Row> {
  title: string;
  creator?: UserRef | null;
  project?: ProjectRef | null;
  issue?: IssueRef | null;
  team?: TeamRef | null;
}

/** What can become of the things around the issues: labels, cycles, projects, milestones and documents. */
export class WorkspaceCollections extends WorkspacePeople {
  updateLabel(ref: LabelRef, changes: LabelChanges): IssueLabel {
    return this.revise(this.labels, this.label(ref), changes);
  }

  archiveLabel(ref: LabelRef): IssueLabel {
    return this.file(this.labels, this.label(ref), true);
  }

  unarchiveLabel(ref: LabelRef): IssueLabel {
    return this.file(this.labels, this.label(ref), false);
  }

  deleteLabel(ref: LabelRef): void {
    const label = this.label(ref);
    const wearers = [...this.issues.values()].filter((issue) => issue.labels.includes(label));
    for (const issue of wearers) this.issues.change(issue, { labels: issue.labels.filter((each) => each !== label) });
    for (const each of this.labels.values()) if (each.parent === label) this.labels.change(each, { parent: null });
    this.labels.delete(label);
  }

  updateCycle(ref: CycleRef, changes: CycleChanges): Cycle {
    return this.revise(this.cycles, this.cycle(ref), changes);
  }

  archiveCycle(ref: CycleRef): Cycle {
    return this.file(this.cycles, this.cycle(ref), true);
  }

  unarchiveCycle(ref: CycleRef): Cycle {
    return this.file(this.cycles, this.cycle(ref), false);
  }

  deleteCycle(ref: CycleRef): void {
    const cycle = this.cycle(ref);
    this.#release(this.issuesOfCycle.of(cycle), { cycle: null });
    this.cycles.delete(cycle);
  }

  updateProject(ref: ProjectRef, changes: ProjectChanges): Project {
    const { lead, teams, status, ...plain } = changes;
    const resolved: Partial<Project> = { ...plain };
    if (lead !== undefined) resolved.lead = lead === null ? null : this.user(lead);
    if (teams !== undefined) resolved.teams = teams.map((team) => this.team(team));
    if (status !== undefined) Object.assign(resolved, this.#projectPhase(status));
    return this.revise(this.projects, this.project(ref), resolved);
  }

  archiveProject(ref: ProjectRef): Project {
    return this.file(this.projects, this.project(ref), true);
  }

  unarchiveProject(ref: ProjectRef): Project {
    return this.file(this.projects, this.project(ref), false);
  }

  /** With its milestones, documents, comments and notifications. Its issues stay, without a project. */
  deleteProject(ref: ProjectRef): void {
    const project = this.project(ref);
    this.#release(this.issuesOfProject.of(project), { project: null, projectMilestone: null });
    this.drop(this.milestones, (each) => each.project === project);
    this.drop(this.documents, (each) => each.project === project);
    this.drop(this.comments, (each) => each.project === project);
    this.drop(this.notifications, (each) => each.project === project);
    this.drop(this.projectUpdates, (each) => each.project === project);
    this.projects.delete(project);
  }

  milestone(ref: MilestoneRef): ProjectMilestone {
    return this.named(this.milestones, ref, 'milestone', (each) => each.name);
  }

  updateMilestone(ref: MilestoneRef, changes: MilestoneChanges): ProjectMilestone {
    return this.revise(this.milestones, this.milestone(ref), changes);
  }

  archiveMilestone(ref: MilestoneRef): ProjectMilestone {
    return this.file(this.milestones, this.milestone(ref), true);
  }

  unarchiveMilestone(ref: MilestoneRef): ProjectMilestone {
    return this.file(this.milestones, this.milestone(ref), false);
  }

  deleteMilestone(ref: MilestoneRef): void {
    const milestone = this.milestone(ref);
    this.#release(this.issuesOfMilestone.of(milestone), { projectMilestone: null });
    this.milestones.delete(milestone);
  }

  document(ref: DocumentRef): Document {
    return this.named(this.documents, ref, 'document', (each) => each.title);
  }

  createDocument(input: DocumentInput): Document {
    const { title, content = null, icon = null, color = null, sortOrder = this.documents.size, trashed = null } = input;
    const own = { title, content, icon, color, sortOrder, trashed, hiddenAt: null };
    const creator = input.creator === undefined || input.creator === null ? null : this.user(input.creator);
    const links = {
      project: input.project ? this.project(input.project) : null,
      issue: input.issue ? this.issue(input.issue) : null,
      team: input.team ? this.team(input.team) : null,
    };
    const updatedBy = input.updatedBy ? this.user(input.updatedBy) : creator;
    const row = this.newRow(input);
    const slugId = row.id.replaceAll('-', '').slice(-12);
    return this.insert(this.documents, { ...row, slugId, ...own, ...links, creator, updatedBy });
  }

  updateDocument(ref: DocumentRef, changes: DocumentChanges): Document {
    const { updatedBy, ...plain } = changes;
    const editor = updatedBy ? { updatedBy: this.user(updatedBy) } : {};
    return this.revise(this.documents, this.document(ref), { ...plain, ...editor });
  }

  archiveDocument(ref: DocumentRef): Document {
    return this.file(this.documents, this.document(ref), true);
  }

  unarchiveDocument(ref: DocumentRef): Document {
    return this.file(this.documents, this.document(ref), false);
  }

  deleteDocument(ref: DocumentRef): void {
    this.documents.delete(this.document(ref));
  }

  protected revise<Item extends Row>(collection: Collection<Item>, row: Item, changes: NoInfer<Partial<Item>>): Item {
    return collection.change(row, { ...changes, updatedAt: this.now() });
  }

  /** Archiving moves no `updatedAt`, unless Linear should be so. */
  protected file<Item extends Row>(collection: Collection<Item>, row: Item, isAway: boolean): Item {
    const { bumpUpdatedAtOnArchive, bumpUpdatedAtOnUnarchive } = this.behaviour;
    const isBumped = isAway ? bumpUpdatedAtOnArchive : bumpUpdatedAtOnUnarchive;
    const changes: Partial<Row> = { archivedAt: isAway ? this.now() : null };
    return collection.change(row, { ...changes, ...(isBumped ? { updatedAt: this.now() } : {}) } as Partial<Item>);
  }

  protected drop<Item extends Row>(collection: Collection<Item>, isDoomed: (row: Item) => boolean): void {
    for (const row of [...collection.values()]) if (isDoomed(row)) collection.delete(row);
  }

  protected named<Item extends Row>(
    collection: Collection<Item>,
    ref: Item | string,
    kind: string,
    nameOf: (row: Item) => string,
  ): Item {
    if (typeof ref !== 'string') return ref;
    const row = collection.get(ref) ?? [...collection.values()].find((each) => nameOf(each) === ref);
    if (row === undefined) throw new Error(`The simulated workspace has no ${kind} "${ref}".`);
    return row;
  }

  #release(issues: readonly Issue[], changes: Partial<Issue>): void {
    for (const issue of issues) this.issues.change(issue, changes);
  }

  #projectPhase(type: Project['status']['type']): Partial<Project> {
    const now = this.now();
    const status = this.projectStatus(type);
    const phase = { status, state: status.type };
    if (type === 'started') return { ...phase, startedAt: now, completedAt: null, canceledAt: null };
    if (type === 'completed') return { ...phase, completedAt: now };
    if (type === 'canceled') return { ...phase, canceledAt: now };
    return { ...phase, completedAt: null, canceledAt: null };
  }
}
