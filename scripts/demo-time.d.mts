export interface DemoEntry {
  taskId?: string;
  projectId?: string;
  startedAt?: string;
  endedAt?: string;
  on?: string;
  durationSeconds?: number;
  description: string;
  tags?: string[];
  billable?: boolean;
}

export function planTime(given: {
  seed: number;
  days: string[];
  tasks: { id: string; project: { id: string } }[];
  until: Date;
  at(day: string, minutes: number): Date;
}): DemoEntry[];
export function listDaysUntil(last: string, count: number): string[];
export function secondsOf(entry: DemoEntry): number;
export function budgetNearEnd(seconds: number): number;
