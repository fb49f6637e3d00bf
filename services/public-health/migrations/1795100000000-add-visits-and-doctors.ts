import { sqlMigration } from '@yigongti/database';

export const addVisitsAndDoctors = sqlMigration({
  at: 1795100000000,
  name: 'add-visits-and-doctors',
  reason: 'One visit closes several tasks; the list of the day is a doctor’s, who is the leader of the team under contract.',
  up: [
    'alter table task add visit_id uuid',
    `create index task_undone_by_resident on task (resident_id) where state in ('PLANNED', 'OPEN')`,
    // Contracts of before name no doctor: their residents are on the list of the unit that does the task.
    'alter table contract add leader_practitioner_code text',
    'create index contract_by_leader on contract (leader_practitioner_code)',
  ],
});
