import { sqlMigration } from '@yigongti/database';

export const createSchemeAndResult = sqlMigration({
  at: 1795000002000,
  name: 'create-scheme-and-result',
  reason: 'Schemes and the results by them; the database itself keeps a frozen result as it is.',
  up: [
    `create table scheme (
       scheme_id uuid primary key,
       scheme_code text not null,
       scheme_version int not null,
       valid_from date not null,
       items jsonb not null,
       version int not null,
       constraint one_scheme_of_a_version unique (scheme_code, scheme_version)
     )`,
    `create table result (
       result_id uuid primary key,
       period text not null,
       scheme_id uuid not null references scheme,
       result_version int not null,
       state text not null check (state in ('PUBLISHED', 'FROZEN')),
       decides_money boolean not null,
       institution_count int not null,
       profile_version text not null,
       digest text not null,
       published_at timestamptz not null,
       frozen_at timestamptz check ((frozen_at is null) = (state = 'PUBLISHED')),
       version int not null,
       constraint one_result_of_a_version unique (period, result_version)
     )`,
    `create table result_score (
       result_id uuid not null references result,
       institution_code text not null,
       score numeric not null,
       coefficient numeric not null,
       rectification boolean not null,
       excluded_codes text[] not null,
       steps json not null,
       primary key (result_id, institution_code)
     )`,
    `create table result_indicator (
       result_id uuid not null references result,
       code text not null,
       institution_code text not null,
       numerator numeric not null,
       denominator numeric not null,
       value numeric,
       primary key (result_id, code, institution_code)
     )`,
    `create table month_clearing (
       run_id uuid primary key,
       result_id uuid not null,
       pool_id uuid not null,
       month text not null
     )`,
    'create index month_clearing_by_result on month_clearing (result_id)',
    `create trigger frozen_stays before update or delete on result
       for each row when (old.state = 'FROZEN') execute function refuse_change()`,
    'create trigger score_stays before update or delete on result_score for each row execute function refuse_change()',
    'create trigger indicator_stays before update or delete on result_indicator for each row execute function refuse_change()',
  ],
});
