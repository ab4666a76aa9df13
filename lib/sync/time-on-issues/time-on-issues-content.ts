import { createHash } from 'node:crypto';
import type { PersonDay } from '@/lib/db/time-on-issue';
import { groupBy } from '@/lib/kit/group-by';
import type { AttachmentInput } from '@/lib/linear/attachments';
import { addDays, startOfWeek } from '@/lib/time/local-day';

/** Without the issue. Null: there is no time to tell of. */
export type TimeContent = Omit<AttachmentInput, 'issueId'> & { hash: string };

const mostNames = 3;
/** Longer histories are summed up, so that what is sent stays within some kB. */
const mostWeeks = 60;
const mostPeople = 30;

/** What an attachment says of the time on one task. */
export function describeTime(url: string, days: PersonDay[]): TimeContent | null {
  const people = [...groupBy(days, ({ userId }) => userId).values()].map(sumPerson);
  const counted = people.filter(({ seconds }) => seconds > 0).sort(bySeconds);
  const total = sum(counted.map(({ seconds }) => seconds));
  if (total === 0) return null;
  const title = `${shortDuration(total)} tracked`;
  const content = { url, title, subtitle: namePeople(counted), metadata: metadataOf(counted, total) };
  return { ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('base64url') };
}

/** By this the attachments that Trackline made are told from links that people have pasted. */
export function isOurs(metadata: Record<string, unknown>): boolean {
  return metadata['source'] === 'trackline';
}

interface PersonTime {
  name: string;
  seconds: number;
  days: PersonDay[];
}

function sumPerson(days: PersonDay[]): PersonTime {
  const name = days[0]?.name.trim() || 'Somebody';
  return { name, seconds: sum(days.map(({ seconds }) => seconds)), days };
}

function bySeconds(a: PersonTime, b: PersonTime): number {
  return b.seconds - a.seconds || (a.name < b.name ? -1 : 1);
}

/** "Ada 2h 10m, Bruno 1h 10m": first names, as long as they tell people apart. */
function namePeople(people: PersonTime[]): string {
  const firsts = people.map(({ name }) => firstName(name));
  const shown = people.slice(0, mostNames).map(({ name, seconds }) => {
    const first = firstName(name);
    const isUnique = firsts.filter((each) => each === first).length === 1;
    return `${shorten(isUnique ? first : name)} ${shortDuration(seconds)}`;
  });
  const rest = people.slice(mostNames);
  const others = rest.length === 1 ? '1 other' : `${rest.length} others`;
  if (rest.length > 0) shown.push(`${others} ${shortDuration(sum(rest.map(({ seconds }) => seconds)))}`);
  return shown.join(', ');
}

function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}

/** Linear's metadata holds text and numbers, so person and ISO week stand in the key: "Ada Whitfield 2026-W47". */
function metadataOf(people: PersonTime[], total: number): Record<string, string | number> {
  const sums = new Map<string, number>();
  const weeks = people
    .flatMap(({ name, days }, place) => days.map(({ on, seconds }) => ({ place, name, week: isoWeek(on), seconds })))
    .sort((a, b) => (a.week === b.week ? a.place - b.place : a.week < b.week ? 1 : -1));
  for (const { place, name, week, seconds } of weeks) {
    const who = place < mostPeople ? shorten(name) : 'Others';
    const key = `${who} ${week}`;
    const isShown = sums.has(key) || sums.size < mostWeeks;
    const shown = isShown ? key : `${who} earlier`;
    sums.set(shown, (sums.get(shown) ?? 0) + seconds);
  }
  return { source: 'trackline', seconds: total, ...Object.fromEntries(sums) };
}

/** "2026-W47": the week of a day by ISO 8601, which belongs to the year of its Thursday. */
export function isoWeek(day: string): string {
  const thursday = addDays(startOfWeek(day, 1), 3);
  const year = thursday.slice(0, 4);
  const dayOfYear = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

/** "3h 20m" */
export function shortDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return 'under 1m';
  if (minutes < 60) return `${minutes}m`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
