import type { Command } from 'commander';
import type { Context } from '@/cli/context';
import { addChanging } from '@/cli/issue/change-issue';
import { addClassify } from '@/cli/issue/classify-issue';
import { addLinking } from '@/cli/issue/link-issues';
import { addLookUps } from '@/cli/issue/look-ups';
import { addReading } from '@/cli/issue/read-issues';
import { addWriting } from '@/cli/issue/write-issues';

export function addIssue(parent: Command, context: Context): void {
  const group = parent.command('issue').description('Read and change issues of Linear');
  addReading(group, context);
  addWriting(group, context);
  addLinking(group, context);
  addChanging(group, context);
  addClassify(group, context);
  addLookUps(parent, context);
}
