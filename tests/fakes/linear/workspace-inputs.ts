import type {
  Cycle,
  IssueLabel,
  KeyScope,
  Project,
  ProjectMilestone,
  ProjectStatusType,
  Team,
  User,
  WorkflowState,
} from './model';
import type { LabelRef, TeamRef, UserRef } from './workspace-store';

export interface UserInput
  extends Partial<
    Pick<User, 'id' | 'displayName' | 'active' | 'admin' | 'owner' | 'guest' | 'avatarUrl' | 'createdAt'>
  > {
  name: string;
  email?: string;
}

export interface TeamInput
  extends Partial<Pick<Team, 'id' | 'description' | 'color' | 'icon' | 'visibility' | 'createdAt'>> {
  key: string;
  name: string;
  members?: UserRef[];
}

export interface StateInput extends Partial<Pick<WorkflowState, 'id' | 'color' | 'position'>> {
  name: string;
  type: string;
}

export interface LabelInput
  extends Partial<Pick<IssueLabel, 'id' | 'color' | 'description' | 'isGroup' | 'createdAt'>> {
  name: string;
  team?: TeamRef | null;
  parent?: LabelRef | null;
  creator?: UserRef | null;
}

export interface ProjectInput
  extends Partial<
    Pick<
      Project,
      'id' | 'description' | 'content' | 'color' | 'icon' | 'priority' | 'startDate' | 'targetDate' | 'createdAt'
    >
  > {
  name: string;
  teams: TeamRef[];
  lead?: UserRef | null;
  members?: UserRef[];
  status?: ProjectStatusType;
}

export type MilestoneInput = Partial<
  Pick<ProjectMilestone, 'id' | 'description' | 'targetDate' | 'sortOrder' | 'status' | 'createdAt'>
>;

export interface CycleInput extends Partial<Pick<Cycle, 'id' | 'name' | 'description' | 'createdAt' | 'completedAt'>> {
  team: TeamRef;
  number: number;
  startsAt: string;
  endsAt: string;
}

export interface KeyInput {
  user?: UserRef;
  scopes?: KeyScope[];
  teams?: TeamRef[] | null;
  value?: string;
}
