import { sqlMigration } from '@yigongti/database';

export const createYearClearing = sqlMigration({
  at: 1795000006000,
  name: 'create-year-clearing',
  reason:
    "A year is cleared once: what is due by its points less what its months paid; the tables keep that twelve months and the year's payment are the due.",
  up: [
    `create table year_clearing (
       year_clearing_id uuid primary key,
       pool_id uuid not null references pool,
       year int not null,
       policy_id uuid not null references policy,
       assessed_by text not null check (assessed_by in ('YEAR_RESULT', 'MONTH_RESULTS', 'NONE')),
       assessment_result_id uuid references frozen_result,
       decimal_places int not null,
       months_cleared int not null check (months_cleared between 0 and 12),
       booking_count int not null check (booking_count > 0),
       points numeric not null check (points > 0),
       fund_fen bigint not null,
       due_fen bigint not null,
       withheld_fen bigint not null check (withheld_fen >= 0),
       paid_fen bigint not null,
       month_withheld_fen bigint not null,
       clearing_fen bigint not null,
       input_digest text not null,
       digest text not null,
       cleared_on date not null,
       version int not null,
       constraint year_is_cleared_once unique (pool_id),
       constraint no_fen_of_the_year_is_lost check (due_fen + withheld_fen = fund_fen),
       constraint year_and_months_are_the_due check (paid_fen + clearing_fen = due_fen),
       constraint year_result_where_it_decides check ((assessed_by = 'YEAR_RESULT') = (assessment_result_id is not null))
     )`,
    'create trigger year_never_changes before update or delete on year_clearing for each row execute function refuse_change()',
    `create table year_statement (
       year_clearing_id uuid not null references year_clearing deferrable initially deferred,
       institution_code text not null,
       booking_count int not null,
       booked_points numeric not null,
       points numeric not null check (points = greatest(booked_points, 0)),
       share_fen bigint not null check (share_fen >= 0),
       score numeric,
       coefficient numeric not null check (coefficient >= 0),
       due_fen bigint not null check (due_fen between 0 and share_fen),
       withheld_fen bigint not null,
       month_share_fen bigint not null,
       paid_fen bigint not null,
       month_withheld_fen bigint not null,
       clearing_fen bigint not null,
       primary key (year_clearing_id, institution_code),
       constraint share_is_due_or_withheld check (due_fen + withheld_fen = share_fen),
       constraint month_shares_are_paid_or_withheld check (paid_fen + month_withheld_fen = month_share_fen),
       constraint months_and_clearing_are_the_due check (paid_fen + clearing_fen = due_fen)
     )`,
    `create trigger year_statement_never_changes before update or delete on year_statement
       for each row execute function refuse_change()`,
    `create view institution_statement as
     select 'MONTH' as kind, r.run_id as run_id, r.month as period, p.pool_id, p.consortium_code, p.insurance_type, p.year,
       s.institution_code, s.claim_count as booking_count, s.points, s.share_fen, s.score, s.coefficient, s.fen as due_fen,
       s.withheld_fen, 0::bigint as paid_fen, s.fen as payment_fen, r.cleared_on
     from run_statement s join run r using (run_id) join pool p using (pool_id)
     union all
     select 'YEAR', y.year_clearing_id, y.year::text, p.pool_id, p.consortium_code, p.insurance_type, p.year,
       s.institution_code, s.booking_count, s.points, s.share_fen, s.score, s.coefficient, s.due_fen,
       s.withheld_fen, s.paid_fen, s.clearing_fen, y.cleared_on
     from year_statement s join year_clearing y using (year_clearing_id) join pool p using (pool_id)`,
    'create index run_statement_by_institution on run_statement (institution_code)',
    'create index year_statement_by_institution on year_statement (institution_code)',
  ],
});
