import type { DraftEntry } from '@/lib/contracts/draft';
import type { PersonalActivity } from '@/lib/linear/activity';
import type { Stretch } from '@/lib/time/day-line';
import { addDays, localDay, localTime } from '@/lib/time/local-day';

type Reason = DraftEntry['reasons'][number];

const mostComments = 3;
const minuteMs = 60_000;

/** What at Linear speaks for a draft: the turns that it lies in, and what was said in it. */
export function reasonsFor(draft: Stretch, { turns, comments }: PersonalActivity, timeZone: string): Reason[] {
  const clock = (at: number) => wallClock(at, draft.start, timeZone);
  const isSameDay = (a: number, b: number) => localDay(new Date(a), timeZone) === localDay(new Date(b), timeZone);
  const inDraft = turns.filter(
    ({ start, end }) => start < draft.end && draft.start < (end ?? Number.POSITIVE_INFINITY),
  );
  const progress = inDraft.map(({ start, end }): Reason => {
    const ended = end === null ? null : isSameDay(start, end) ? localTime(new Date(end), timeZone) : clock(end);
    const when = ended === null ? `since ${clock(start)}` : `${clock(start)} to ${ended}`;
    return reason('in_progress', start, end, `In progress ${when}, nothing logged`);
  });
  const assigned = inDraft
    .filter(({ began, start }) => began === 'assigned' && draft.start <= start)
    .map(({ start }) => reason('assigned', start, null, `Assigned to you ${clock(start)}`));
  // A comment ends the minutes before it, and borders are on full minutes.
  const said = comments.filter((at) => draft.start <= at && at < draft.end + minuteMs).sort((a, b) => a - b);
  const commented = said
    .slice(0, mostComments)
    .map((at) =>
      reason('commented', at, null, `You commented ${clock(at)}${progress.length > 0 ? '' : ', nothing logged'}`),
    );
  return [...progress, ...assigned, ...commented];
}

function reason(kind: Reason['kind'], from: number, to: number | null, text: string): Reason {
  return { kind, from: new Date(from).toISOString(), to: to === null ? null : new Date(to).toISOString(), text };
}

/** "Tue 10:05", and of another week than the draft's "Tue 10 Nov 10:05". */
function wallClock(at: number, near: number, timeZone: string): string {
  const instant = new Date(at);
  const day = localDay(instant, timeZone);
  const { weekday = '', day: date, month = '' } = partsOf(instant, timeZone);
  const isNear = day > addDays(localDay(new Date(near), timeZone), -7);
  // British English writes "Sept", everything else here "Sep".
  const on = isNear ? weekday : `${weekday} ${date} ${month.slice(0, 3)}`;
  return `${on} ${localTime(instant, timeZone)}`;
}

function partsOf(instant: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}
