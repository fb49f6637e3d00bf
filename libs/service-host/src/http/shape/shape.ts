import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { ProblemReason } from '../../problems/problem.ts';
import { titleOfConstraint } from './constraint-titles.ts';

export type DtoClass = new () => object;

export interface Shaped {
  readonly value: object;
  readonly faults: readonly ProblemReason[];
}

const notAnObject: ProblemReason = {
  code: 'request.is-object',
  titleZh: '须为 JSON 对象',
  titleEn: 'Must be a JSON object',
  pointer: '',
};

/** Reads plain JSON as a DTO: unknown fields are refused, nothing is converted silently, every fault is found. */
export function shape(dto: DtoClass, plain: unknown): Shaped {
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) return { value: {}, faults: [notAnObject] };
  const value = plainToInstance(dto, plain, { enableImplicitConversion: false, exposeUnsetFields: false });
  const errors = validateSync(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  return { value, faults: errors.flatMap((error) => faultsOf(error, '')) };
}

function faultsOf(error: ValidationError, parent: string): ProblemReason[] {
  const pointer = `${parent}/${escapePointer(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => faultOf(constraint, message, pointer));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

/** class-validator's own messages name the property and the limit, never the value: they say what was expected. */
function faultOf(constraint: string, message: string, pointer: string): ProblemReason {
  const { code, titleZh, titleEn } = titleOfConstraint(constraint);
  return { code: `request.${code}`, titleZh, titleEn, pointer, parameters: { expected: message } };
}

/** RFC 6901 section 3. */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
