import type { TimeForm } from '../model/type-model.ts';

// One that is longer is too great; the engine of regular expressions has no room for some megabytes of them.
const year = '(-?\\d{4,10})';
const clock = '(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?';
const zone = '(?:Z|([+-])(\\d\\d):(\\d\\d))?';
const forms = {
  gYear: new RegExp(`^${year}${zone}$`),
  gYearMonth: new RegExp(`^${year}-(\\d\\d)${zone}$`),
  date: new RegExp(`^${year}-(\\d\\d)-(\\d\\d)${zone}$`),
  time: new RegExp(`^${clock}${zone}$`),
  dateTime: new RegExp(`^${year}-(\\d\\d)-(\\d\\d)T${clock}${zone}$`),
} satisfies Readonly<Record<TimeForm, RegExp>>;

// Nearly every one that comes: what the first look need not take apart.
const day = '[1-9]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])';
const time = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?';
const usualZone = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d)?';
const usualForms = {
  date: new RegExp(`^${day}$`),
  dateTime: new RegExp(`^${day}T${time}${usualZone}$`),
} satisfies Partial<Readonly<Record<TimeForm, RegExp>>>;

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const maxYear = 2_147_483_647;
const maxZoneMinutes = 14 * 60;

/** Whether `text` is such a date or time. @see https://www.w3.org/TR/xmlschema-2/#isoformats */
export function isTimeText(form: TimeForm, text: string): boolean {
  if ((form === 'date' || form === 'dateTime') && usualForms[form].test(text)) return true;
  const parts = forms[form].exec(text)?.slice(1);
  if (!parts || !isZone(parts.splice(-3))) return false;
  if (form === 'time') return isClock(parts);
  if (!isDay(parts.splice(0, 3))) return false;
  return form !== 'dateTime' || isClock(parts);
}

function isDay([yearText = '', monthText = '01', dayText = '01']: readonly (string | undefined)[]): boolean {
  const digits = yearText.replace('-', '');
  if (digits.length > 4 && digits.startsWith('0')) return false;
  const [years, month, day] = [Number(digits), Number(monthText), Number(dayText)];
  if (years === 0 || years > maxYear || month < 1 || day < 1 || day > (monthDays[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (years % 4 === 0 && years % 100 !== 0) || years % 400 === 0;
}

function isClock([hours, minutes, wholeSeconds, fraction]: readonly (string | undefined)[]): boolean {
  const seconds = secondsOf(Number(wholeSeconds), fraction ?? '');
  if (hours === '24') return minutes === '00' && seconds === 0;
  return Number(hours) < 24 && Number(minutes) < 60 && seconds < 60;
}

/** As libxml2 adds them up, so that both find 59.999999999999999 to be 60. */
function secondsOf(whole: number, fraction: string): number {
  let seconds = whole;
  let weight = 1;
  for (const digit of fraction) {
    weight /= 10;
    seconds += Number(digit) * weight;
  }
  return seconds;
}

function isZone([sign, hours, minutes]: readonly (string | undefined)[]): boolean {
  if (sign === undefined) return true;
  return Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= maxZoneMinutes;
}
