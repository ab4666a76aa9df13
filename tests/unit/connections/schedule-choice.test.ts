import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  describeCron,
  readFrequency,
  readTime,
  writeCron,
  writeDaily,
} from '@/app/(signed-in)/connections/schedule-choice';

test('knows the simple choices by their expressions', () => {
  expect(readFrequency('*/5 * * * *')).toBe('every5');
  expect(readFrequency(' */15  * * * * ')).toBe('every15');
  expect(readFrequency('*/30 * * * *')).toBe('every30');
  expect(readFrequency('0 * * * *')).toBe('hourly');
  expect(readFrequency('30 7 * * *')).toBe('daily');
  expect(readFrequency('30 7 * * 1-5')).toBe('cron');
  expect(readFrequency('75 7 * * *')).toBe('cron');
});

test('writes every time of day as an expression that reads back as it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
      const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
      expect(readTime(writeDaily(time))).toBe(time);
      expect(readFrequency(writeDaily(time))).toBe('daily');
    }),
  );
});

test('goes on from the expression that was there', () => {
  expect(writeCron('cron', '*/15 * * * *')).toBe('*/15 * * * *');
  expect(writeCron('daily', '*/15 * * * *')).toBe('0 7 * * *');
  expect(writeCron('daily', '30 18 * * *')).toBe('30 18 * * *');
});

test('says a schedule in words', () => {
  expect(describeCron('*/15 * * * *')).toBe('every 15 minutes');
  expect(describeCron('5 7 * * *')).toBe('every day at 07:05');
  expect(describeCron('0 9 * * 1-5')).toBe('on weekdays at 09:00');
  expect(describeCron('* * * * *')).toBe('every minute');
  expect(describeCron('*/20 * * * *')).toBe('every 20 minutes');
  expect(describeCron('*/7 * * * *')).toBe('on a custom schedule');
  expect(describeCron('61 * * * *')).toBe('on a custom schedule');
});
