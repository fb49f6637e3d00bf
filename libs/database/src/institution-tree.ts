import { countyWideRoles } from '@yigongti/kernel';
import type { BusinessDate, Caller, InstitutionKind, InstitutionLevel, SettlementLevel } from '@yigongti/kernel';
import type { Tx } from './transactions.ts';

/** An institution as every service keeps it: a projection of `registry.institution`. */
export interface Institution {
  readonly institutionCode: string;
  readonly nameZh: string;
  readonly level: InstitutionLevel;
  readonly kind: InstitutionKind;
  readonly settlementLevel: SettlementLevel | null;
  readonly parentCode: string | null;
  readonly consortiumCode: string | null;
  readonly consortiumLead: boolean;
  readonly divisionCode: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
}

/** Port: the county's tree of institutions, and what a caller may see of it. */
export abstract class InstitutionTree {
  /** Null while the registry's event has not arrived here. */
  abstract find(tx: Tx, institutionCode: string): Promise<Institution | null>;

  /** Whether `institutionCode` is `ancestorCode` itself or lies below it. */
  abstract isWithin(tx: Tx, ancestorCode: string, institutionCode: string): Promise<boolean>;

  /** Own institution and its subtree; county-wide roles see all. Counterparts (of a referral) are the service's own rule. */
  abstract sees(tx: Tx, caller: Caller, institutionCode: string): Promise<boolean>;
}

/**
 * SQL predicate for lists: `column` holds an institution that the caller may see. `$<parameter>` must be bound to the caller's own
 * institution code. Uses the function `institution_subtree(code) returns setof text` of the tree's tables.
 */
export function visibleSql(caller: Caller, column: string, parameter: number): string {
  return countyWideRoles.includes(caller.role)
    ? `$${parameter}::text is not null`
    : `${column} in (select institution_subtree($${parameter}::text))`;
}
