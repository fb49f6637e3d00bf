import '../referral.dto.ts';
