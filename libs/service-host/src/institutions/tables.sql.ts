/**
 * The tree of institutions as every service keeps it, version 1: a projection of `registry.institution`, and what lies below a code,
 * the code itself included even while nothing is known of it.
 * Never edited once merged. A service that owns institutions runs `institutionSubtreeV1` beside its own table of that name.
 */
export const institutionSubtreeV1 = `
create function institution_subtree(root text) returns setof text language sql stable as $$
  with recursive below as (
    select root as code
    union
    select child.code from institution child join below on child.parent_code = below.code
  )
  select code from below
$$;
`;

export const institutionTreeTablesV1 = `
create table institution (
  code text primary key,
  institution_id uuid not null unique,
  name_zh text not null,
  level text not null,
  kind text not null,
  settlement_level text,
  parent_code text,
  consortium_code text,
  consortium_lead boolean not null,
  division_code text not null,
  active_from date not null,
  active_to date,
  version int not null
);
create index institution_by_parent on institution (parent_code);
create index institution_by_consortium on institution (consortium_code);
${institutionSubtreeV1}`;
