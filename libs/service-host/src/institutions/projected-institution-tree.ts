import { InstitutionTree, type Institution, type Tx } from '@yigongti/database';
import { type Caller, countyWideRoles } from '@yigongti/kernel';

const columns = `code as "institutionCode", name_zh as "nameZh", level, kind, settlement_level as "settlementLevel",
  parent_code as "parentCode", consortium_code as "consortiumCode", consortium_lead as "consortiumLead",
  division_code as "divisionCode", active_from as "activeFrom", active_to as "activeTo"`;

/** The tree read in the caller's own transaction: a few hundred rows behind a primary key, so nothing is cached that could lag. */
export class ProjectedInstitutionTree extends InstitutionTree {
  override async find(tx: Tx, institutionCode: string): Promise<Institution | null> {
    const [row] = await tx.query<Institution[]>(`select ${columns} from institution where code = $1`, [institutionCode]);
    return row ?? null;
  }

  override async isWithin(tx: Tx, ancestorCode: string, institutionCode: string): Promise<boolean> {
    if (ancestorCode === institutionCode) return true;
    const [row] = await tx.query<[{ within: boolean }]>(
      `with recursive above as (
         select code, parent_code from institution where code = $2
         union
         select parent.code, parent.parent_code from institution parent join above on parent.code = above.parent_code
       )
       select exists (select from above where code = $1) as within`,
      [ancestorCode, institutionCode],
    );
    return row.within;
  }

  override async sees(tx: Tx, caller: Caller, institutionCode: string): Promise<boolean> {
    return countyWideRoles.includes(caller.role) || (await this.isWithin(tx, caller.institutionCode, institutionCode));
  }
}
