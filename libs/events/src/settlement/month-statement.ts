import { block, decimalString, fen, institutionCode } from '../fields.ts';

/** What one institution gets for the month, so that `share` and `fen` can be checked by anyone. */
export const monthStatement = block(
  {
    institutionCode: institutionCode('Institution (机构)'),
    bookedPoints: decimalString('Points booked in the month, reversals with their sign (入账分值)', 'points'),
    points: decimalString('What of it takes a share: never below zero (分值)', 'points'),
    shareFen: fen('Its share of the fund by points, largest remainder (按分值分配)'),
    coefficient: decimalString('Of its frozen score (考核系数)'),
    fen: fen('Share times coefficient, half up (应付金额)'),
  },
  'Statement of one institution (机构结算单)',
);
