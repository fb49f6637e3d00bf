const steps = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A size as a person reads it: `412 MiB`. */
export function bytes(count: number): string {
  let step = 0;
  let value = count;
  while (value >= 1024 && step < steps.length - 1) {
    value /= 1024;
    step += 1;
  }
  return `${step === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${steps[step]}`;
}

/** Date and minute of an instant, as it was written. */
export function minute(instant: string | null | undefined): string {
  return instant ? instant.slice(0, 16).replace('T', ' ') : '';
}

/** The part of a full event type that tells: `referrals.referral.accepted`. */
export function shortType(type: string): string {
  return type.replace(/^cn\.yigongti\./, '').replace(/\.v\d+$/, '');
}

/** Text that fits a table; all of it stands in JSON and in the detail. */
export function short(text: string, length = 60): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
