export type Frequency = 'every5' | 'every15' | 'every30' | 'hourly' | 'daily' | 'cron';

const plainCrons = { every5: '*/5 * * * *', every15: '*/15 * * * *', every30: '*/30 * * * *', hourly: '0 * * * *' };

export const frequencyOptions: readonly { value: Frequency; label: string }[] = [
  { value: 'every5', label: 'Every 5 minutes' },
  { value: 'every15', label: 'Every 15 minutes' },
  { value: 'every30', label: 'Every 30 minutes' },
  { value: 'hourly', label: 'Every hour' },
  { value: 'daily', label: 'Every day' },
  { value: 'cron', label: 'Cron expression' },
];

const dailyPattern = /^(\d{1,2}) (\d{1,2}) \* \* \*$/;
const defaultTime = '07:00';

/** The choice that an expression stands for. */
export function readFrequency(cron: string): Frequency {
  const plain = normalize(cron);
  const found = frequencyOptions.find(({ value }) => value in plainCrons && writeCron(value, plain) === plain);
  return found?.value ?? (readTime(plain) ? 'daily' : 'cron');
}

/** "07:30" of a daily expression; null when it is none. */
export function readTime(cron: string): string | null {
  const [, minutes, hours] = dailyPattern.exec(normalize(cron)) ?? [];
  if (minutes === undefined || hours === undefined || Number(minutes) > 59 || Number(hours) > 23) return null;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

export function writeDaily(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  return `${minutes ?? 0} ${hours ?? 0} * * *`;
}

/** The expression for a choice; for `cron` the one that was there, to go on from. */
export function writeCron(frequency: Frequency, before: string): string {
  if (frequency === 'cron') return before;
  return frequency === 'daily' ? writeDaily(readTime(before) ?? defaultTime) : plainCrons[frequency];
}

/** "every 15 minutes", "every day at 07:30", "on weekdays at 09:00"; never the expression itself. */
export function describeCron(cron: string): string {
  const frequency = readFrequency(cron);
  if (frequency === 'cron') return describeExpression(normalize(cron));
  const { label } = frequencyOptions.find(({ value }) => value === frequency) ?? { label: cron };
  const text = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return frequency === 'daily' ? `${text} at ${readTime(cron)}` : text;
}

const stepPattern = /^\*\/(\d{1,2}) \* \* \* \*$/;
const weekdayPattern = /^(\d{1,2} \d{1,2}) \* \* 1-5$/;

function describeExpression(plain: string): string {
  if (plain === '* * * * *' || plain === '*/1 * * * *') return 'every minute';
  const step = Number(stepPattern.exec(plain)?.[1]);
  // A step that does not divide the hour starts anew at its top.
  if (step > 0 && 60 % step === 0) return `every ${step} minutes`;
  const weekdayTime = readTime(`${weekdayPattern.exec(plain)?.[1]} * * *`);
  return weekdayTime ? `on weekdays at ${weekdayTime}` : 'on a custom schedule';
}

export function hasFiveFields(cron: string): boolean {
  return normalize(cron).split(' ').length === 5;
}

function normalize(cron: string): string {
  return cron.trim().replace(/\s+/g, ' ');
}
