import { sqlMigration } from '@yigongti/database';

export const addRenewalAndHouseholds = sqlMigration({
  at: 1795100000000,
  name: 'add-renewal-and-households',
  reason: 'A contract knows when it may be renewed and what renews it; members of a household sign by one agreement.',
  up: [
    'alter table resident add household_id uuid',
    // Contracts of before bear no renewal figures: they get those that the shipped profiles give to new ones.
    `alter table contract
       add previous_contract_id uuid references contract,
       add renewed_by_contract_id uuid references contract,
       add renewal_opens_on date,
       add renewal_closes_on date`,
    'update contract set renewal_opens_on = ends_on - 60, renewal_closes_on = ends_on + 30',
    `alter table contract
       alter renewal_opens_on set not null,
       alter renewal_closes_on set not null,
       add constraint one_successor unique (previous_contract_id)`,
    'create index contract_by_household on contract (household_agreement_id) where household_agreement_id is not null',
    `create table household_agreement (
       household_agreement_id uuid primary key,
       household_id uuid,
       team_id uuid not null references team,
       team_code text not null,
       institution_code text not null,
       representative_resident_id uuid not null,
       signed_on date not null,
       starts_on date not null,
       already_signed_resident_ids uuid[] not null
     )`,
  ],
});
