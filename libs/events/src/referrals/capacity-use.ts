import { count, uuid } from '../fields.ts';

/** Carried by every event in which a bed or slot changes hands. */
export const capacityUse = {
  capacityId: uuid('Capacity (号源或床位)'),
  referralId: uuid('The referral (转诊)'),
  held: count('How many are held after this (已预留数)', 'beds or slots'),
  total: count('How many are open (总数)', 'beds or slots'),
};
