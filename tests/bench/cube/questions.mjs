// The questions in SQL. `dialect` says how an engine divides whole numbers.

export const QUESTIONS = {
    D1: () => `select o.prov, pe, de, sum(v) from dv join ou o using (ou) where de < 20 and pe >= 48 group by 1, 2, 3`,
    D2: (d) => `select ${d("pe", 12)}, de, sum(v) from dv where de < 10 group by 1, 2`,
    D3: () => `select dv.ou, de, sum(v) from dv join ou o using (ou) where o.prov = 5 and pe >= 48 group by 1, 2`,
    D4: (d) => `select ou, ${d("pe", 3)}, sum(v) from dv where de = 7 and pe >= 48 group by 1, 2`,
    D5: (d) => `select o.prov, ${d("pe", 3)}, sum(case when de = 3 then v end), sum(case when de = 4 then v end),
            sum(case when de = 3 then v end) * 100.0 / sum(case when de = 4 then v end) from dv join ou o using (ou) where de in (3, 4) and pe >= 48 group by 1, 2`,
    D6: () => `with s as (select ou, avg(v) m, stddev_samp(v) s from dv where de = 7 and coc = 0 group by 1)
        select ou, pe, v from dv join s using (ou) where de = 7 and coc = 0 and abs(v - m) > 3 * s.s`,
    D7: () => `select ou, count(*) from dv where pe = 59 group by 1`,
    D8: (d) => `select o.prov, de, ${d("pe", 12)}, sum(v) from dv join ou o using (ou) group by 1, 2, 3`,
    D9: () => `select sum(v) from dv join ou o using (ou) where o.prov = 5 and de = 7 and pe between 57 and 59`,
    W5: (d) => `
        with m as (select ou, de, coc, pe, v from dv where pe >= 58 and de < 80),
        s as (select ou, de, coc, avg(v) m, stddev_samp(v) s, count(*) n from dv where pe between 23 and 58 group by 1, 2, 3)
        select ${d("a.de", 2)}, count(*) from m a join m b on a.ou = b.ou and b.de = a.de + 1
            where a.pe = 59 and b.pe = 59 and a.coc = 0 and b.coc = 0 and a.de < 40 and a.de % 2 = 0 and a.v > b.v group by 1
        union all
        select a.de - 20, count(*) from m a join m b on a.ou = b.ou and a.de = b.de
            where a.pe = 59 and b.pe = 58 and a.coc = 0 and b.coc = 0 and a.de between 40 and 59
            and abs(a.v - b.v) * 100 > abs(b.v) * 30 group by 1
        union all
        select a.de - 20, count(*) from m a join m b on a.ou = b.ou and a.de = b.de join m c on a.ou = c.ou and c.de = a.de + 10
            where a.pe = 59 and b.pe = 59 and c.pe = 59 and a.coc = 0 and b.coc = 1 and c.coc = 0
            and a.de between 60 and 69 and a.v + b.v <> c.v group by 1
        union all
        select 50, count(*) from dv join s using (ou, de, coc) where pe = 59 and n >= 4 and s.s > 0 and abs(v - m) > 3 * s.s`,
};

// W4: former communes put on the new map, divided ones by their shares as whole numbers that make up the value.
const rounded = (d, share) => d(`(2 * cast(v as bigint) * ${share} + share_whole)`, "(2 * share_whole)");
export const REGROUP = (d) => `select unit, de, coc, pe, sum(${rounded(d, "share_until")} - ${rounded(d, "share_before")}) v
    from former join places using (ou) group by 1, 2, 3, 4`;
export const REGROUPED = "select unit, sum(v) from regrouped group by 1";
