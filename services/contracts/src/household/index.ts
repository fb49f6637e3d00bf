export { householdSigningRefusals, type HouseholdAgreement } from './domain/household-agreement.ts';
export { householdRefusals } from './domain/household-refusals.ts';
export { FindHouseholdAgreements } from './find-household-agreements.ts';
export { householdAgreementView, residentsOf, type HouseholdAgreementView } from './household-agreement-view.ts';
export { HouseholdAgreementController } from './household-agreement.controller.ts';
export { HouseholdAgreementRepository } from './household-agreement.repository.ts';
export { householdAgreementRow } from './persistence/household-agreement.row.ts';
export { TypeormHouseholdAgreementRepository } from './persistence/typeorm-household-agreement.repository.ts';
