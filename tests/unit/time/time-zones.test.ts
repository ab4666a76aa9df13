import { expect, it } from 'vitest';
import { timeZone } from '@/lib/contracts/common';
import { formatWeekdayClock } from '@/lib/time/format-weekday-clock';
import { listTimeZones } from '@/lib/time/list-time-zones';
import { localTimeZone } from '@/lib/time/local-time-zone';

const winter = Date.UTC(2026, 0, 6, 23, 30);
const summer = Date.UTC(2026, 6, 7, 12, 0);

it('offers only zones that the API takes, each once', () => {
  const names = listTimeZones('UTC', winter).map(({ value }) => value);
  expect(names.length).toBeGreaterThan(300);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !timeZone.safeParse(name).success)).toEqual([]);
});

it('shows the offset of the day asked about', () => {
  const berlin = (at: number) => listTimeZones('Europe/Berlin', at).find(({ value }) => value === 'Europe/Berlin');
  expect(berlin(winter)?.hint).toBe('UTC+1');
  expect(berlin(summer)?.hint).toBe('UTC+2');
  const newYork = listTimeZones('UTC', winter).find(({ value }) => value === 'America/New_York');
  expect(newYork).toMatchObject({ label: 'America/New York', hint: 'UTC−5' });
});

it('keeps a zone that is stored under an old name', () => {
  expect(listTimeZones('US/Eastern', winter).some(({ value }) => value === 'US/Eastern')).toBe(true);
});

it('says the day with the time, because it may be another day there', () => {
  expect(formatWeekdayClock(winter, 'UTC')).toBe('Tue 23:30');
  expect(formatWeekdayClock(winter, 'Asia/Tokyo')).toBe('Wed 08:30');
});

it('knows the zone of this process', () => {
  expect(timeZone.safeParse(localTimeZone()).success).toBe(true);
});
