import './persistence/referral.row.ts';
import './referral.dto.ts';
