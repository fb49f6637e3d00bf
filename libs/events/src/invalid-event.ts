import type { z } from 'zod';

export interface EventProblem {
  /** JSON Pointer of the field. */
  readonly pointer: string;
  /** What was expected; never what was there. */
  readonly problem: string;
}

/** An event that does not keep its schema. Its text names fields and expectations and is safe to log: no value is in it. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
  constructor(
    readonly type: string,
    readonly problems: readonly EventProblem[],
  ) {
    super(`${type}: ${problems.map(({ pointer, problem }) => `${pointer || '/'} ${problem}`).join('; ')}`);
  }
}

/** Zod's own messages are not used: those of some issues repeat the input. */
export function problemsOf(error: z.ZodError): EventProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), problem: 'is not a field of this event' }))
      : [{ pointer: pointerOf(issue.path), problem: expectationOf(issue) }],
  );
}

function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is missing or not of type ${issue.expected}`;
    case 'invalid_format':
      return `is not in the form ${issue.format}`;
    case 'invalid_value':
      return 'is not in its value set';
    case 'too_small':
      return `is below ${issue.minimum}`;
    case 'too_big':
      return `is above ${issue.maximum}`;
    default:
      return `is not valid (${issue.code})`;
  }
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
