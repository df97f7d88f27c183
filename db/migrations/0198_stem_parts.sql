-- Words that look alike are found by the trigrams they share, looked up by equality: under row level security the operators
-- of pg_trgm scan the whole list (`docs/database.md`), which took 150 of 205 ms for one barrier among 100,000.
drop index barrier_stem_trigrams;
create table barrier_stem_part (
  tenant_id uuid not null default app.tenant_id() references tenant (id) on delete cascade,
  part      text not null,
  stem      text not null,
  primary key (tenant_id, part, stem),
  foreign key (tenant_id, stem) references barrier_stem_count (tenant_id, stem) on delete cascade
);
create index barrier_stem_part_stem on barrier_stem_part (tenant_id, stem);

alter table barrier_stem_part enable row level security;
alter table barrier_stem_part force row level security;
create policy barrier_stem_part_read on barrier_stem_part for select to app_user
  using (tenant_id = (select app.tenant_id()) and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager')));
create policy barrier_stem_part_system on barrier_stem_part for all to app_system
  using (tenant_id = (select app.tenant_id())) with check (tenant_id = (select app.tenant_id()));
grant select on barrier_stem_part to app_user;
grant select, insert, update, delete on barrier_stem_part to app_system;

create function app.on_barrier_stem() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  as $$
  begin
    insert into barrier_stem_part (tenant_id, part, stem)
    select w.tenant_id, unnest(show_trgm(w.stem)), w.stem from written w order by 1, 2, 3;
    return null;
  end $$;
alter function app.on_barrier_stem() owner to app_system;
revoke all on function app.on_barrier_stem() from public;
create trigger barrier_stem_written after insert on barrier_stem_count referencing new table as written
  for each statement execute function app.on_barrier_stem();
-- What is there already; as the owner, who is not bound by the policies for as long.
alter table barrier_stem_count no force row level security;
alter table barrier_stem_part no force row level security;
insert into barrier_stem_part (tenant_id, part, stem)
select c.tenant_id, unnest(show_trgm(c.stem)), c.stem from barrier_stem_count c;
alter table barrier_stem_count force row level security;
alter table barrier_stem_part force row level security;

-- As before, but what looks alike comes from the parts: shared trigrams by all of both words, or by those of the word asked
-- about (a part of a compound), whichever is closer. Barriers are read one by one by their key, and their organisations.
create or replace function app.similar_barriers(p_barrier uuid, p_most int)
    returns table (barrier_id uuid, score real, stems text[], near text[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with me as materialized (select b.* from barrier b where b.tenant_id = (select app.tenant_id()) and b.id = p_barrier
        and (select app.has_any_role('coordinator', 'kimLead', 'townCoordinator', 'caseManager'))),
      mine as materialized (select c.stem, c.barriers from barrier_stem s
        join barrier_stem_count c on c.tenant_id = s.tenant_id and c.stem = s.stem
        join me on me.tenant_id = s.tenant_id and me.id = s.barrier_id
        order by c.barriers, c.stem limit 24),
      words as materialized (
        select m.stem, m.stem as found, 1.0 as closeness, m.barriers from (select * from mine where barriers > 1 order by barriers, stem limit 12) m
        union all
        select m.stem, c.stem, c.closeness, c.barriers
        from (select w.*, show_trgm(w.stem) as parts from (select * from mine where length(stem) >= 7 order by barriers, stem limit 12) w) m
          cross join lateral (select k.stem, k.barriers,
              greatest(p.shared / (cardinality(m.parts) + cardinality(show_trgm(k.stem)) - p.shared), 0.9 * p.shared / cardinality(m.parts)) as closeness
            from (select x.stem, count(*)::numeric as shared from barrier_stem_part x
                where x.tenant_id = (select app.tenant_id()) and x.part = any (m.parts) and x.stem <> m.stem
                group by x.stem having count(*) >= 0.5 * cardinality(m.parts)) p
              join barrier_stem_count k on k.tenant_id = (select app.tenant_id()) and k.stem = p.stem and k.barriers > 0
            order by closeness desc, k.stem limit 3) c
        where c.closeness >= 0.5),
      hits as materialized (select h.barrier_id, w.stem, w.found, w.closeness / ln(w.barriers + 2.0) as weight from words w
        cross join lateral (select s.barrier_id from barrier_stem s
          where s.tenant_id = (select app.tenant_id()) and s.stem = w.found order by s.barrier_id limit 300) h
        where h.barrier_id <> p_barrier),
      worded as materialized (select h.barrier_id, sum(h.weight) as weight, array_agg(distinct h.stem) filter (where h.found = h.stem) as stems,
          array_agg(distinct h.found) filter (where h.found <> h.stem) as near
        from (select distinct on (g.barrier_id, g.stem) g.* from hits g order by g.barrier_id, g.stem, g.weight desc, g.found) h
        group by h.barrier_id),
      organisations as materialized (select array(select o.organisation_id from barrier_organisation o
        where o.tenant_id = (select app.tenant_id()) and o.barrier_id = p_barrier) as ids),
      candidates as (select h.barrier_id from worded h
        union
        select x.id from me cross join lateral (select b.id from barrier b where b.tenant_id = me.tenant_id and b.kind = me.kind
          and b.life_domain = me.life_domain order by b.period_from desc, b.id desc limit 200) x
        union
        select x.barrier_id from organisations o, unnest(o.ids) as mine (id) cross join lateral (select y.barrier_id from barrier_organisation y
            where y.tenant_id = (select app.tenant_id()) and y.organisation_id = mine.id order by y.barrier_id desc limit 200) x),
      scored as (select b.id,
          2.0 * (b.kind = me.kind)::int + 2.0 * coalesce(b.life_domain = me.life_domain, false)::int
            + 1.0 * (b.legal_domains && me.legal_domains)::int + 1.0 * coalesce(b.unmet = me.unmet, false)::int
            + 0.5 * coalesce(b.municipality_id = me.municipality_id, false)::int + 0.5 * coalesce(b.region_id = me.region_id, false)::int
            + 2.0 * (exists (select from barrier_organisation y where y.tenant_id = (select app.tenant_id())
                and y.barrier_id = b.id and y.organisation_id = any (o.ids)))::int as by_attributes
        from me, organisations o, candidates c cross join lateral (select x.* from barrier x
          where x.tenant_id = (select app.tenant_id()) and x.id = c.barrier_id limit 1) b
        where b.id <> p_barrier and b.state <> 'merged')
    select s.id, (s.by_attributes + 6.0 * coalesce(w.weight, 0))::real as score, coalesce(w.stems, '{}'), coalesce(w.near, '{}')
    from scored s left join worded w on w.barrier_id = s.id
    where s.by_attributes >= 4 or w.weight > 0.35
    order by score desc, s.id limit least(p_most, 100) $$;
