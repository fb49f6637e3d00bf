import { it } from '@jest/globals';
import { referral } from '../../../test/fixtures/referral.ts';

export const used = [it, referral];
