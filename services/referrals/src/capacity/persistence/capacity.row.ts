import { EntitySchema } from 'typeorm';
import type { Capacity } from '../domain/capacity.ts';

/** Table `capacity`, one row for the beds or slots that a department opened together. */
export type CapacityRow = { -readonly [Field in keyof Omit<Capacity, 'kind'>]: Capacity[Field] } & { kind: string };

export const capacityRow = new EntitySchema<CapacityRow>({
  name: 'capacity',
  columns: {
    capacityId: { name: 'capacity_id', type: 'uuid', primary: true },
    institutionCode: { name: 'institution_code', type: 'text' },
    departmentCode: { name: 'department_code', type: 'text' },
    kind: { type: 'text' },
    from: { name: 'from_date', type: 'date' },
    to: { name: 'to_date', type: 'date' },
    total: { type: 'int' },
    held: { type: 'int' },
    consumed: { type: 'int' },
    version: { type: 'int' },
  },
});
