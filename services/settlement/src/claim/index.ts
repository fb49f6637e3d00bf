export { ClaimController } from './claim.controller.ts';
export { ClaimRepository } from './claim.repository.ts';
export { claimRefusals } from './domain/claim-refusals.ts';
export { FindClaims } from './find-claims.ts';
export { GatherFacts } from './gather-facts.ts';
export { ImportClaims } from './import-claims.ts';
export { claimRow } from './persistence/claim.row.ts';
export { TypeormClaimRepository } from './persistence/typeorm-claim.repository.ts';
