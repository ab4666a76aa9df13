import { describe, expect, it } from 'vitest';
import { firstTeam } from '@/app/(signed-in)/_issue/issue-draft';
import type { WriteTarget } from '@/lib/contracts/linear-write';

const target = (connectionId: string, ...teamIds: string[]): WriteTarget => ({
  connectionId,
  workspace: { name: connectionId, urlKey: connectionId },
  teams: teamIds.map((id) => ({ id, key: id.toUpperCase(), name: id })),
  writesAs: { name: 'Ada', email: 'ada@northwind.example' },
  reads: { descriptions: true, comments: true },
  canWrite: true,
  reason: null,
});
const two = [target('northwind', 'eng', 'des'), target('harbour', 'ops')];

describe('the team of a new issue', () => {
  it('is that of the task one is looking at, whatever workspace it is of', () => {
    expect(firstTeam(two, 'des')).toBe('northwind/des');
    expect(firstTeam(two, 'ops')).toBe('harbour/ops');
  });

  it('is left open when one looks at no task, or at one of a team that cannot be written to', () => {
    expect(firstTeam(two, null)).toBe('');
    expect(firstTeam(two, 'mob')).toBe('');
  });

  it('is the only one there is', () => {
    expect(firstTeam([target('northwind', 'eng')], null)).toBe('northwind/eng');
  });
});
