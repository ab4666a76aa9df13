import { expect, it } from 'vitest';
import { toQueryString } from '@/lib/browser/to-query-string';
import { taskQuery } from '@/lib/contracts/task';
import { readQuery } from '@/lib/http/read-request';

it('leaves out what is empty, and itself when nothing is left', () => {
  expect(toQueryString({ search: '', cursor: undefined, projectId: null, status: [] })).toBe('');
  expect(toQueryString()).toBe('');
});

it('keeps zero and false', () => {
  expect(toQueryString({ page: 0, archived: false })).toBe('?page=0&archived=false');
});

it('brings a list over to the API as it was, even one name with a comma in it', () => {
  const sent = { label: ['Bug, severe'], state: ['In Review', 'To do'], assignee: ['me'] };
  const read = taskQuery.parse(readQuery(`http://localhost/api/v1/tasks${toQueryString(sent)}`));
  expect(new Set(read.label)).toEqual(new Set(sent.label));
  expect(read.state).toEqual(sent.state);
  expect(read.assignee).toEqual(sent.assignee);
});
