import type { Tx } from '@yigongti/database';
import type { BusinessDate, Caller } from '@yigongti/kernel';
import type { UnitLevel } from './domain/indicator-definition.ts';

export interface AssessedUnit {
  readonly institutionCode: string;
  readonly level: UnitLevel;
}

/** Port: who is assessed, and who may see it. */
export abstract class AssessedInstitutions {
  /** Code of the health bureau, under which the county's own figures stand; null while it is not projected. */
  abstract root(tx: Tx): Promise<string | null>;

  /** Members of the consortia that give care at county and township level and are in service on the day, by code. */
  abstract subjects(tx: Tx, on: BusinessDate): Promise<AssessedUnit[]>;

  /** Codes that the caller sees: all for county-wide roles, else its own institution and what lies below. */
  abstract visibleTo(tx: Tx, caller: Caller): Promise<ReadonlySet<string>>;
}
