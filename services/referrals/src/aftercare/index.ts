export { AftercareController } from './aftercare.controller.ts';
export { CloseOnDeath } from './death.consumer.ts';
export { CloseLoop } from './follow-up.consumer.ts';
export { NoDownNeeded } from './no-down-needed.ts';
export { OpenDown } from './open-down.ts';
export { SendOutcome } from './send-outcome.ts';
