/** Results kept for one run of layout, so that nothing is shaped or measured twice. */

/** A run's tables, by the number of their kind. Whoever holds it holds them: layout's context does. */
export interface RunTables {
  readonly tables: (Map<unknown, unknown> | undefined)[];
}

let kinds = 0;

/**
 * A table of its own for each run, which ends with it. What is a key is part of the run, and lives as
 * long: the garbage collector has less to look through than with weak keys.
 */
export function perRun<K extends object, V>(): (run: RunTables) => Map<K, V> {
  const kind = kinds++;
  return ({ tables }) => {
    const known = tables[kind];
    if (known) return known as Map<K, V>;
    const table = new Map<K, V>();
    tables[kind] = table;
    return table;
  };
}
