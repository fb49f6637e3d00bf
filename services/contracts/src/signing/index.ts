export { ImportContracts } from './import-contracts.ts';
export { RenewContract } from './renew-contract.ts';
export { SignContract } from './sign-contract.ts';
export { SignHousehold } from './sign-household.ts';
export { SigningController } from './signing.controller.ts';
export { SigningGrounds } from './signing-grounds.ts';
