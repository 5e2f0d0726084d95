/** Results kept for one run of layout, so that nothing is shaped or measured twice. */

/**
 * A table of its own for each run, told apart by the run's context. Nothing outlives the context.
 */
export function perRun<K extends object, V>(): (run: object) => WeakMap<K, V> {
  const tables = new WeakMap<object, WeakMap<K, V>>();
  return (run) => {
    const table = tables.get(run) ?? new WeakMap<K, V>();
    tables.set(run, table);
    return table;
  };
}
