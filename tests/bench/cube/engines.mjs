// Asks DuckDB and ClickHouse, each in this process, about the values in FOLDER: engines.mjs FOLDER. Writes
// the answers and the least time of several runs into FOLDER/<engine>.json. `engines.mjs --sql` prints the
// questions for PostgreSQL.
import { writeFileSync } from "node:fs";
import { QUESTIONS, REGROUP, REGROUPED } from "./questions.mjs";

const THREADS = 2;
const RUNS = 40;
const LONG_ENOUGH = 4000;

async function least(ask, runs = RUNS) {
    let best = Infinity;
    const began = performance.now();
    for (let run = 0; run < runs && (run < 3 || performance.now() - began < LONG_ENOUGH); ++run) {
        const start = performance.now();
        await ask();
        best = Math.min(best, performance.now() - start);
    }
    return best;
}

const COLUMNS = "{'ou': 'SMALLINT', 'de': 'TINYINT', 'coc': 'TINYINT', 'pe': 'TINYINT', 'v': 'INTEGER'}";

async function duckdb(folder, order) {
    const file = `${folder}/values.csv`;
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const instance = await DuckDBInstance.create(":memory:", { threads: String(THREADS) });
    const connection = await instance.connect();
    const version = (await connection.runAndReadAll("select version()")).getRows()[0][0];
    const began = performance.now();
    await connection.run("create table ou as select range::smallint ou, (range % 34)::smallint prov from range(3321)");
    await connection.run(`create table dv as select * from read_csv('${file}', header = false, columns = ${COLUMNS}) ${order}`);
    const loading = performance.now() - began;
    const answers = {};
    for (const [name, sql] of Object.entries(QUESTIONS)) {
        const prepared = await connection.prepare(sql((a, b) => `${a} // ${b}`));
        const ms = await least(() => prepared.runAndReadAll());
        const rows = (await prepared.runAndReadAll()).getRows().map((row) => row.map(String));
        answers[name] = { ms, rows };
    }
    if (!order) {
        await connection.run(`create table former as select * from read_csv('${folder}/former.csv', header = false, columns = ${COLUMNS})`);
        await connection.run(`create table places as select * from read_csv('${folder}/places.csv', header = false, names =
            ['ou', 'unit', 'share_before', 'share_until', 'share_whole'])`);
        const ms = await least(() => connection.run(`create or replace table regrouped as ${REGROUP((a, b) => `${a} // ${b}`)}`), 2);
        answers.W4 = { ms, rows: (await connection.runAndReadAll(REGROUPED)).getRows().map((row) => row.map(String)) };
    }
    const settings = `in memory, threads=${THREADS}, prepared statements, rows in the order ${order.replace("order by ", "") || "de, pe, coc, ou"}`;
    connection.closeSync();
    return { engine: `DuckDB ${version}`, settings, loading, answers };
}

async function clickhouse(folder) {
    const file = `${folder}/values.csv`;
    const structure = "ou UInt16, de UInt8, coc UInt8, pe UInt8, v Int32";
    const { Session } = await import("chdb");
    const session = new Session();
    const ask = (sql) => session.query(sql, "TabSeparated");
    const version = ask("select version()").trim();
    const began = performance.now();
    ask("create database if not exists bench engine = Atomic");
    ask("create table bench.ou (ou UInt16, prov UInt8) engine = MergeTree order by ou");
    ask("insert into bench.ou select number, number % 34 from numbers(3321)");
    ask(`create table bench.dv (${structure}) engine = MergeTree
        partition by intDiv(pe, 12) order by (de, pe, ou, coc)`);
    ask(`insert into bench.dv select * from file('${file}', 'CSV', '${structure}')`);
    ask("optimize table bench.dv final");
    const loading = performance.now() - began;
    const answers = {};
    for (const [name, sql] of Object.entries(QUESTIONS)) {
        const text = sql((a, b) => `intDiv(${a}, ${b})`)
            .replace(/\b(from|join) (dv|ou)\b/g, "$1 bench.$2")
            .replaceAll("bench.dv join", "bench.dv dv join") + ` settings max_threads = ${THREADS}`;
        const ms = await least(() => ask(text));
        const rows = ask(text).trim().split("\n").map((line) => line.split("\t"));
        answers[name] = { ms, rows };
    }
    ask(`create table bench.former (${structure}) engine = MergeTree order by (de, pe, ou, coc)`);
    ask(`insert into bench.former select * from file('${folder}/former.csv', 'CSV', '${structure}')`);
    const shares = "ou UInt16, unit UInt16, share_before Int64, share_until Int64, share_whole Int64";
    ask(`create table bench.places (${shares}) engine = MergeTree order by ou`);
    ask(`insert into bench.places select * from file('${folder}/places.csv', 'CSV', '${shares}')`);
    const regroup = REGROUP((a, b) => `intDiv(${a}, ${b})`)
        .replace("from former join places", "from bench.former former join bench.places places");
    const ms = await least(() => {
        ask("drop table if exists bench.regrouped");
        ask(`create table bench.regrouped engine = MergeTree order by (de, pe, unit, coc) as ${regroup} settings max_threads = ${THREADS}`);
    }, 2);
    const rows = ask(REGROUPED.replace("regrouped", "bench.regrouped")).trim().split("\n").map((line) => line.split("\t"));
    answers.W4 = { ms, rows };
    session.cleanup();
    return {
        engine: `ClickHouse ${version}`,
        settings: `chdb in this process, MergeTree partitioned by year, ordered by (de, pe, ou, coc), max_threads=${THREADS}`,
        loading,
        answers,
    };
}

if (process.argv[2] === "--sql") {
    // PostgreSQL would keep what is named by "with" without statistics, and then compare each row with each.
    const text = (sql) => sql((a, b) => `${a} / ${b}`).replace("with m as (", "with m as not materialized (");
    console.log(JSON.stringify(Object.fromEntries(Object.entries(QUESTIONS).map(([name, sql]) => [name, text(sql)]))));
} else {
    const folder = process.argv[2];
    const asked = {
        duckdb: () => duckdb(folder, ""),
        duckdb_arrival: () => duckdb(folder, "order by pe, ou, de, coc"),
        clickhouse: () => clickhouse(folder),
    };
    for (const [name, run] of Object.entries(asked)) writeFileSync(`${folder}/${name}.json`, JSON.stringify(await run()));
}
