import './referral/persistence/typeorm-referral.repository.ts';
