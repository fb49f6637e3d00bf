import { block, decimalString, fen, institutionCode, signedFen } from '../fields.ts';

/** What one institution gets for the year, so that each figure can be checked by anyone. */
export const yearStatement = block(
  {
    institutionCode: institutionCode('Institution (机构)'),
    bookedPoints: decimalString('Points booked in the year, reversals with their sign (入账分值)', 'points'),
    points: decimalString('What of it takes a share: never below zero (分值)', 'points'),
    shareFen: fen('Its share of the package by points, largest remainder (按分值分配)'),
    coefficient: decimalString('Of its assessment (考核系数)'),
    dueFen: fen('Share times coefficient, half up (应付金额)'),
    paidFen: fen('Paid by the clearings of the months (各月已付)'),
    clearingFen: signedFen('Due less paid; below zero it is recovered (清算金额)'),
  },
  'Statement of one institution for the year (机构年度结算单)',
);
