import '../referral.dto.ts';
import '../referral.repository.ts';
