import type { Contract, TerminationReason } from '../domain/contract.ts';
import type { ContractRow } from './contract.row.ts';

export function toRow(contract: Contract): ContractRow {
  return { ...contract, packageCodes: [...contract.packageCodes], priorityGroups: [...contract.priorityGroups] };
}

export function toContract(row: ContractRow): Contract {
  return { ...row, terminationReason: row.terminationReason as TerminationReason | null };
}
