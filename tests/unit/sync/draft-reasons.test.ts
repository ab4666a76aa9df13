import { describe, expect, it } from 'vitest';
import type { PersonalActivity } from '@/lib/linear/activity';
import { reasonsFor } from '@/lib/sync/drafts/drafts-reasons';

const at = (when: string) => Date.parse(`2026-${when.replace(' ', 'T')}:00+01:00`);
const zone = 'Europe/Berlin';
const tuesday = { start: at('11-17 10:05'), end: at('11-17 12:40') };

function texts(did: Partial<PersonalActivity>, draft = tuesday) {
  const activity = { issueId: '', identifier: '', turns: [], touches: [], comments: [], ...did };
  return reasonsFor(draft, activity, zone).map(({ text }) => text);
}
const turn = (from: string, to: string | null, began: 'state' | 'assigned' = 'state') => ({
  start: at(from),
  end: to === null ? null : at(to),
  began,
});

describe('the reason of a draft', () => {
  it.each([
    ['on one day', turn('11-17 10:05', '11-17 12:40'), 'In progress Tue 10:05 to 12:40, nothing logged'],
    ['over midnight', turn('11-16 16:20', '11-18 09:10'), 'In progress Mon 16:20 to Wed 09:10, nothing logged'],
    ['still', turn('11-11 08:00', null), 'In progress since Wed 08:00, nothing logged'],
    ['since last week’s same day', turn('11-10 08:00', null), 'In progress since Tue 10 Nov 08:00, nothing logged'],
    ['since September', turn('09-01 08:00', null), 'In progress since Tue 1 Sep 09:00, nothing logged'],
  ])('is what was in progress: %s', (_name, given, text) => {
    expect(texts({ turns: [given] })).toEqual([text]);
  });

  it('names the assignment that began it, where it began in it', () => {
    const assigned = turn('11-17 10:05', null, 'assigned');
    expect(texts({ turns: [assigned] })).toEqual([
      'In progress since Tue 10:05, nothing logged',
      'Assigned to you Tue 10:05',
    ]);
    expect(texts({ turns: [assigned] }, { start: at('11-18 09:00'), end: at('11-18 17:00') })).toHaveLength(1);
  });

  it('leaves out turns and comments of another time', () => {
    expect(
      texts({ turns: [turn('11-17 12:40', '11-17 13:00')], comments: [at('11-17 10:00'), at('11-17 12:41')] }),
    ).toEqual([]);
  });

  it('names three comments at most, the first ones', () => {
    const comments = ['11:30', '10:05', '12:00', '12:40'].map((time) => at(`11-17 ${time}`));
    expect(texts({ comments })).toEqual([
      'You commented Tue 10:05, nothing logged',
      'You commented Tue 11:30, nothing logged',
      'You commented Tue 12:00, nothing logged',
    ]);
  });
});
