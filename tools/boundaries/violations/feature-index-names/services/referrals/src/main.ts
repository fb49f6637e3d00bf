import './referral/submit-referral.ts';
import './referral/referral.controller.ts';
import { CapacityController } from './capacity/index.ts';

export const root = CapacityController;
