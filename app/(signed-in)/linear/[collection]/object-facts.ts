import type { BrowsedCollection } from '@/app/(signed-in)/linear/collection-words';
import type { BrowsedObject } from './columns';
import { inWords } from './in-words';

export type Fact = { name: string; term: string; value: unknown };

type ObjectFacts = {
  /** What people look for, in that order. */
  facts: Fact[];
  texts: Fact[];
  /** What programs want to know: small, and last. */
  details: Fact[];
};

/** Every field of an object that has something to say, by who wants to read it. */
export function factsOf(collection: BrowsedCollection, object: BrowsedObject, title: string): ObjectFacts {
  const { id, ...fields } = withRole(withPoints(object));
  const told = Object.entries(fields)
    .filter(([name, value]) => name !== 'url' && !isEmpty(value) && !isInTitle(name, value, title))
    .map(([name, value]): Fact => ({ name, value, term: termOf(collection, name) }));
  // A project's status has a name of its own, and a state that says its kind.
  const isKind = (name: string) => name === 'state' && told.some((fact) => fact.name === 'status');
  const isDetail = ({ name, value }: Fact) => isTechnical(collection, name) || isKind(name) || isBareId(value);
  return {
    facts: told.filter((fact) => !isDetail(fact) && !textFields.has(fact.name)).toSorted(byOrder),
    texts: told.filter(({ name }) => textFields.has(name)),
    details: [...told.filter(isDetail), { name: 'id', term: 'ID', value: id }],
  };
}

/**
 * Linear counts the scope of a cycle day by day: one that has no day yet has none, which is not the same as nothing to do.
 */
function withPoints(object: BrowsedObject): { id: string } & Record<string, unknown> {
  if (!('scope' in object)) return object;
  const { scope, ...fields } = object;
  if (scope === 0) return { ...fields, completedScope: null };
  const done = 'completedScope' in object ? object.completedScope : null;
  const points = done === null ? `${rounded(scope)} points` : `${rounded(done)} of ${rounded(scope)} points done`;
  return { ...fields, completedScope: null, points };
}

/** What somebody is at Linear, in one word each. */
function withRole(object: { id: string } & Record<string, unknown>): { id: string } & Record<string, unknown> {
  if (!('guest' in object)) return object;
  const { active, admin, guest, ...fields } = object;
  return { ...fields, role: admin ? 'Admin' : guest ? 'Guest' : 'Member', account: active ? 'Active' : 'Inactive' };
}

const order = [
  'role',
  'account',
  'email',
  'status',
  'state',
  'type',
  'progress',
  'points',
  'startDate',
  'startsAt',
  'targetDate',
  'endsAt',
  'completedAt',
  'issue',
  'relatedIssue',
  'project',
  'team',
  'teams',
  'lead',
  'user',
  'actor',
  'creator',
  'updatedBy',
];
/** What happened to the record itself, after all that is said of the thing. */
const lastFields = ['createdAt', 'updatedAt', 'archivedAt', 'trashed'];

function byOrder(a: Fact, b: Fact): number {
  return rankOf(a.name) - rankOf(b.name);
}

function rankOf(name: string): number {
  const place = order.indexOf(name);
  if (place >= 0) return place;
  const last = lastFields.indexOf(name);
  return last >= 0 ? order.length + 1 + last : order.length;
}

const textFields = new Set(['description', 'content', 'body']);
const technicalFields = new Set(['slugId', 'icon', 'sortOrder', 'position', 'metadata', 'avatarUrl']);

function isTechnical(collection: BrowsedCollection, name: string): boolean {
  // The title says it in words.
  if (name === 'type') return collection === 'notifications' || collection === 'issue-relations';
  if (name === 'color') return collection === 'projects' || collection === 'documents';
  return technicalFields.has(name);
}

/** Another object of which only the id is known. */
export function isBareId(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'id';
}

const terms: Record<string, string> = {
  status: 'Status',
  startDate: 'Starts',
  startsAt: 'Starts',
  targetDate: 'Target date',
  endsAt: 'Ends',
  completedAt: 'Completed',
  points: 'Scope',
  relatedIssue: 'Other issue',
  user: 'By',
  actor: 'By',
  creator: 'Made by',
  updatedBy: 'Edited by',
  sourceType: 'From',
  urlKey: 'Address',
  color: 'Colour',
  isGroup: 'Is a group',
  email: 'E-mail',
  parent: 'Group',
  createdAt: 'Created',
  updatedAt: 'Updated',
  archivedAt: 'Archived',
  editedAt: 'Edited',
  resolvedAt: 'Resolved',
  readAt: 'Read',
  snoozedUntilAt: 'Snoozed until',
  trashed: 'In the trash',
  slugId: 'Slug',
  avatarUrl: 'Picture',
};

function termOf(collection: BrowsedCollection, name: string): string {
  if (collection === 'comments' && name === 'parent') return 'Answer to';
  return terms[name] ?? inWords(name);
}

/** What is not trashed, not private or not in a group need not say so. */
function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === false || JSON.stringify(value) === '{}';
}

/** A long title is cut. */
function isInTitle(name: string, value: unknown, title: string): boolean {
  // The address is more than the word in it.
  return name !== 'urlKey' && ((value === title && title.length <= 80) || title === `Cycle ${value}`);
}

function rounded(points: number): string {
  return String(Math.round(points * 10) / 10);
}
