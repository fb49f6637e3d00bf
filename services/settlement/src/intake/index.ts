export { GatherFacts } from './gather-facts.ts';
export { ImportClaims } from './import-claims.ts';
export { IntakeController } from './intake.controller.ts';
