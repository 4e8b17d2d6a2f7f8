#!/usr/bin/env python3
"""Prepares every SQL statement of src/store/sql on SQLite and, where TIENDO_TEST_POSTGRES says, on
PostgreSQL. Fails where one is not accepted, is not a literal R"sql(...)sql", or would change a log
that is only ever added to."""
import os
import pathlib
import re
import sqlite3
import subprocess
import sys

APPEND_ONLY = ("submission", "journal", "plan_change", "report_version")
CALL = re.compile(r"\bconnection_?\s*(?:\.|->)\s*(?:find|list|each|execute(?:_all)?)\((?!\s*(?:R\"sql\(|table\.|put_bulk\b))")
LITERAL = re.compile(r'R"sql\((.*?)\)sql"', re.DOTALL)
# As store/drivers/postgres.cpp says them.
POSTGRES_WORDS = {"INTEGER": "BIGINT", "BLOB": "BYTEA", "TEXT": 'TEXT COLLATE "C"', "STRICT": ""}


def statements(root):
    """(place, statement) of each literal, and the faults found on the way."""
    found, faults = [], []
    for path in sorted((root / "src/store/sql").glob("*.cpp")):
        source = path.read_text(encoding="utf-8")

        def place(match):
            return f"{path.relative_to(root)}:{source.count(chr(10), 0, match.start()) + 1}"

        faults += [f"{place(match)}: the statement is not a literal R\"sql(...)sql\"" for match in CALL.finditer(source)]
        found += [(place(match), match[1].strip()) for match in LITERAL.finditer(source)]
    for where, statement in found:
        changed = re.match(r"(?:UPDATE|DELETE FROM)\s+(\w+)", statement)
        # Tables::clear empties a whole store, which a sample world does when it begins anew.
        whole = where.startswith("src/store/sql/tables.cpp") and statement == f"DELETE FROM {changed and changed[1]}"
        if changed and changed[1] in APPEND_ONLY and not whole:
            faults.append(f"{where}: {changed[1]} is only ever added to")
    return found, faults


def schema(root):
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "src/store/schema").glob("*.sql")))


def check_on_sqlite(root, found):
    database = sqlite3.connect(":memory:")
    database.executescript(schema(root))
    faults = []
    for where, statement in found:
        values = {number: None for number in re.findall(r"\$(\d+)", statement)}
        try:
            database.execute("EXPLAIN " + statement, values)
        except sqlite3.Error as error:
            faults.append(f"{where}: SQLite: {error}")
    return faults


def check_on_postgres(root, found, url):
    tables = re.sub(r"[A-Z]+", lambda word: POSTGRES_WORDS.get(word[0], word[0]), schema(root))
    script = f"CREATE SCHEMA check_sql; SET search_path = check_sql;\n{tables}\n"
    for number, (where, statement) in enumerate(found):
        script += f"\\echo {where}\nPREPARE s{number} AS {statement};\n"
    script += "DROP SCHEMA check_sql CASCADE;\n"
    run = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", url], input=script,
                         capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return []
    return [f"{(run.stdout.splitlines() or ['the schema'])[-1]}: PostgreSQL: {run.stderr.strip()}"]


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    found, faults = statements(root)
    faults += check_on_sqlite(root, found)
    url = os.environ.get("TIENDO_TEST_POSTGRES")
    if url:
        faults += check_on_postgres(root, found, url)
    on = "SQLite and PostgreSQL" if url else "SQLite"
    print("\n".join(faults) if faults else f"sql: {len(found)} statements prepared on {on}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
