import type { DemoCounts } from './demo-content';
import { fillDemoWorkspace } from './demo-fill';
import { LABELS, PEOPLE, PROJECTS, REMARKS, TEAMS } from './demo-words';
import { IssueTitles } from './issue-titles';
import type { ApiKey, Cycle, Issue, Project, Team, User, WorkflowState } from './model';
import { Workspace } from './workspace';
import type { WorkspaceOptions } from './workspace-store';

/** What is said and pinned is in proportion to the issues unless told. */
export interface DemoOptions extends Partial<DemoCounts> {
  /** Default 1,200. */
  issues?: number;
  /** Default 3: Engineering, Mobile and Design. */
  teams?: number;
}

export interface DemoWorkspace {
  workspace: Workspace;
  /** A key of Ada Whitfield, who owns the workspace and sees every team. */
  apiKey: string;
  key: ApiKey;
}

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;
const STATE_SHARES: readonly (readonly [string, number])[] = [
  ['completed', 0.46],
  ['backlog', 0.64],
  ['unstarted', 0.78],
  ['started', 0.91],
  ['canceled', 0.97],
  ['duplicate', 1],
];

interface Cast {
  people: User[];
  teams: Team[];
  states: Map<Team, WorkflowState[]>;
  projects: Project[];
  cycles: Cycle[];
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function makeTeams(workspace: Workspace, people: User[], count: number, createdAt: string): Team[] {
  return Array.from({ length: count }, (_, place) => {
    const [key, name] = TEAMS[place] ?? [`T${String.fromCharCode(65 + (place % 26))}${place}`, `Team ${place + 1}`];
    return workspace.createTeam({ key, name, members: people, createdAt });
  });
}

function makeCycles(workspace: Workspace, team: Team, nowMs: number): Cycle[] {
  return Array.from({ length: 8 }, (_, place) => {
    const startsMs = nowMs + (place - 6) * 14 * DAY_MS;
    const input = { team, number: place + 1, startsAt: iso(startsMs), endsAt: iso(startsMs + 14 * DAY_MS) };
    const completedAt = startsMs + 14 * DAY_MS < nowMs ? input.endsAt : null;
    return workspace.createCycle({ ...input, createdAt: iso(startsMs - 28 * DAY_MS), completedAt });
  });
}

function makeCast(workspace: Workspace, teamCount: number, nowMs: number): Cast {
  const createdAt = iso(nowMs - 400 * DAY_MS);
  const people = PEOPLE.map((name, place) =>
    workspace.makeUser({ name, admin: place === 0, owner: place === 0, createdAt }),
  );
  const teams = makeTeams(workspace, people, teamCount, createdAt);
  for (const [name, color] of LABELS) workspace.createLabel({ name, color, createdAt });
  const projects = PROJECTS.map((name, place) => {
    const own = teams.filter((_, index) => (index + place) % 2 === 0);
    return workspace.createProject({
      name,
      teams: own.length > 0 ? own : teams,
      lead: workspace.random.pick(people),
      createdAt,
    });
  });
  const cycles = teams.flatMap((team) => makeCycles(workspace, team, nowMs));
  return { people, teams, states: new Map(teams.map((team) => [team, workspace.statesOf(team)])), projects, cycles };
}

function pickState(workspace: Workspace, states: readonly WorkflowState[]): WorkflowState {
  const share = workspace.random.next();
  const type = STATE_SHARES.find(([, limit]) => share <= limit)?.[0];
  return states.find((state) => state.type === type) ?? workspace.random.pick(states);
}

function makeIssue(workspace: Workspace, cast: Cast, title: string, span: { createdMs: number; nowMs: number }): Issue {
  const { random } = workspace;
  const team = random.pick(cast.teams);
  const state = pickState(workspace, cast.states.get(team) ?? []);
  const changedMs = span.createdMs + (span.nowMs - span.createdMs) * random.next() ** 2 * 0.98;
  const isFinal = ['completed', 'canceled', 'duplicate'].includes(state.type);
  const labels = random.chance(0.7) ? [random.pick([...workspace.labels.values()])] : [];
  const projects = cast.projects.filter((project) => project.teams.includes(team));
  const cycles = cast.cycles.filter((cycle) => cycle.team === team);
  const issue = workspace.createIssue({
    team,
    title,
    state,
    labels,
    description: random.chance(0.6) ? `${title}.\n\n${random.pick(REMARKS)}` : null,
    priority: random.below(5),
    estimate: random.chance(0.5) ? random.pick([1, 2, 3, 5, 8]) : null,
    dueDate: random.chance(0.15) ? iso(span.nowMs + (random.below(60) - 20) * DAY_MS).slice(0, 10) : null,
    assignee: random.chance(0.8) ? random.pick(cast.people) : null,
    creator: random.pick(cast.people),
    project: projects.length > 0 && random.chance(0.5) ? random.pick(projects) : null,
    cycle: random.chance(0.3) ? random.pick(cycles) : null,
    createdAt: iso(span.createdMs),
    updatedAt: iso(changedMs),
    archivedAt: isFinal && random.chance(0.2) ? iso(changedMs) : null,
  });
  if (issue.completedAt !== null) issue.completedAt = iso(changedMs);
  if (issue.canceledAt !== null) issue.canceledAt = iso(changedMs);
  return issue;
}

function addFamilies(workspace: Workspace, issues: readonly Issue[]): void {
  const { random } = workspace;
  for (const issue of issues) {
    const parent = random.chance(0.08) ? random.pick(issues) : issue;
    if (parent !== issue && parent.team === issue.team && parent.createdAt < issue.createdAt) {
      workspace.issues.change(issue, { parent });
    }
  }
}

/** Fills a workspace as a studio of eight would have in a year: the same seed and clock give the same workspace. */
export function seedDemoWorkspace(workspace: Workspace, options: DemoOptions = {}): DemoWorkspace {
  const { issues: count = 1200, teams: teamCount = 3 } = options;
  const nowMs = workspace.clock().getTime();
  const { random } = workspace;
  workspace.bulk(() => {
    const cast = makeCast(workspace, teamCount, nowMs);
    const titles = new IssueTitles(random);
    const step = (YEAR_DAYS * DAY_MS) / Math.max(1, count);
    const issues = Array.from({ length: count }, (_, place) => {
      const createdMs = nowMs - YEAR_DAYS * DAY_MS + Math.floor((place + random.next() * 0.9) * step);
      return makeIssue(workspace, cast, titles.next(), { createdMs, nowMs });
    });
    addFamilies(workspace, issues);
    for (let left = Math.min(400, Math.floor(count / 4)); left > 0; left -= 1) {
      const issue = random.pick(issues);
      workspace.comment(issue, random.pick(REMARKS), random.pick(cast.people), { createdAt: issue.updatedAt });
    }
  });
  const key = workspace.createKey({ user: PEOPLE[0] ?? '', scopes: ['read', 'write', 'admin'] });
  fillDemoWorkspace(workspace, options);
  return { workspace, apiKey: key.value, key };
}

export function makeDemoWorkspace(options: DemoOptions & WorkspaceOptions = {}): DemoWorkspace {
  const { issues, teams, comments, attachments, relations, notifications, ...rest } = options;
  return seedDemoWorkspace(new Workspace(rest), options);
}
