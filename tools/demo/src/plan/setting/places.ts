import type { SettlementLevel } from '@yigongti/kernel';
import type { CountyLoad, InstitutionLine, PractitionerLine } from '@yigongti/tool-counties';

/** The county's institutions and their staff, as the simulator moves people among them. */
export class Places {
  readonly #institutions: ReadonlyMap<string, InstitutionLine>;
  readonly #staff = new Map<string, PractitionerLine[]>();
  /** Hospitals that take referrals and walk-in patients. */
  readonly hospitals: readonly string[];

  constructor({ institutions, practitioners }: Pick<CountyLoad, 'institutions' | 'practitioners'>) {
    this.#institutions = new Map(institutions.map((line) => [line.institutionCode, line]));
    for (const line of practitioners) {
      const staff = this.#staff.get(line.institutionCode) ?? [];
      staff.push(line);
      this.#staff.set(line.institutionCode, staff);
    }
    const treating = ['HOSPITAL', 'TCM_HOSPITAL', 'MCH_HOSPITAL'];
    this.hospitals = institutions.filter(({ kind }) => treating.includes(kind)).map(({ institutionCode }) => institutionCode);
  }

  /** Consortia by code, with their lead hospitals. */
  get consortia(): readonly { readonly code: string; readonly lead: string }[] {
    const leads = [...this.#institutions.values()].filter(({ consortiumLead }) => consortiumLead);
    return leads.map(({ institutionCode, consortiumCode }) => ({ code: consortiumCode!, lead: institutionCode }));
  }

  parentOf(institutionCode: string): string {
    const { parentCode } = this.#line(institutionCode);
    if (parentCode === null) throw new Error(`${institutionCode} has no parent`);
    return parentCode;
  }

  nameZhOf(institutionCode: string): string {
    return this.#institutions.get(institutionCode)?.nameZh ?? '';
  }

  levelOf(institutionCode: string): InstitutionLine['level'] {
    return this.#line(institutionCode).level;
  }

  settlementLevelOf(institutionCode: string): SettlementLevel {
    const { settlementLevel } = this.#line(institutionCode);
    if (settlementLevel === null) throw new Error(`${institutionCode} settles nothing`);
    return settlementLevel;
  }

  consortiumOf(institutionCode: string): string | null {
    return this.#line(institutionCode).consortiumCode;
  }

  /** Codes of an institution's practitioners of a role, sorted. */
  staffOf(institutionCode: string, role: string): string[] {
    const staff = this.#staff.get(institutionCode) ?? [];
    return staff
      .filter((line) => line.role === role)
      .map(({ practitionerCode }) => practitionerCode)
      .sort();
  }

  /** A doctor of the institution, whatever it has: the village doctor, a GP, a specialist. */
  doctorOf(institutionCode: string): string {
    const roles = ['VILLAGE_DOCTOR', 'GP', 'SPECIALIST', 'TCM_DOCTOR', 'MCH'];
    const found = roles.flatMap((role) => this.staffOf(institutionCode, role))[0];
    if (!found) throw new Error(`${institutionCode} has no doctor`);
    return found;
  }

  #line(institutionCode: string): InstitutionLine {
    const line = this.#institutions.get(institutionCode);
    if (!line) throw new Error(`the county has no institution ${institutionCode}`);
    return line;
  }
}
