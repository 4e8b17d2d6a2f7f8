// keep_values.mjs VALUES DATABASE: DuckDB reads the .csv and keeps it in a file, by element, period and unit; prints the
// seconds by the clock and of the processor.
const [values, database] = process.argv.slice(2);
const { DuckDBInstance } = await import("@duckdb/node-api");
const instance = await DuckDBInstance.create(database, { threads: "2" });
const connection = await instance.connect();
await connection.run(
    "create table taken (element varchar, period varchar, unit varchar, value varchar, primary key (element, period, unit))",
);
const used = process.cpuUsage();
const began = performance.now();
await connection.run(`insert into taken
    select * from read_csv('${values}', header = true, all_varchar = true) where regexp_full_match(value, '[0-9]+')
    on conflict (element, period, unit) do update set value = excluded.value`);
await connection.run("checkpoint");
const took = performance.now() - began;
const { user, system } = process.cpuUsage(used);
console.log(took / 1e3, (user + system) / 1e6);
connection.closeSync();
