/**
 * Layers (ISO 32000-1 §8.11): what a file switches off when it is printed. The default
 * configuration decides, and its automatic states for printing.
 */
import {
  as,
  nameOf,
  type PdfArray,
  type PdfDictionary,
  type PdfFile,
  type PdfObject,
} from '../pdf/index.ts';

/** Whether what is marked with these properties is printed. */
export type IsVisible = (properties: PdfDictionary) => boolean;

function groupsIn(file: PdfFile, holder: PdfDictionary | null, key: string) {
  const items = (holder && file.entry(holder, key, 'array'))?.items ?? [];
  return items.flatMap((item) => as(file.resolve(item), 'dictionary') ?? []);
}

/** Groups whose own usage says that they are not printed, where the configuration asks them. */
function unprinted(file: PdfFile, configuration: PdfDictionary): readonly PdfDictionary[] {
  const events = groupsIn(file, configuration, 'AS').filter(
    (event) => nameOf(file.resolve(event.entries.get('Event'))) === 'Print',
  );
  return events
    .flatMap((event) => groupsIn(file, event, 'OCGs'))
    .filter((group) => {
      const usage = file.entry(group, 'Usage', 'dictionary');
      const print = usage && file.entry(usage, 'Print', 'dictionary');
      return nameOf(file.resolve(print?.entries.get('PrintState'))) === 'OFF';
    });
}

function groupsOff(file: PdfFile): ReadonlySet<PdfDictionary> {
  const properties = file.entry(file.catalog, 'OCProperties', 'dictionary');
  const usual = properties && file.entry(properties, 'D', 'dictionary');
  if (!usual) return new Set();
  const isOffAtFirst = nameOf(file.resolve(usual.entries.get('BaseState'))) === 'OFF';
  const off = new Set(isOffAtFirst ? groupsIn(file, properties, 'OCGs') : []);
  for (const group of groupsIn(file, usual, 'ON')) off.delete(group);
  for (const group of groupsIn(file, usual, 'OFF')) off.add(group);
  for (const group of unprinted(file, usual)) off.add(group);
  return off;
}

/** Expressions within expressions. */
const deepest = 16;

/** Reads a file's layers once. */
export function readVisibility(file: PdfFile): IsVisible {
  const off = groupsOff(file);
  if (off.size === 0) return () => true;
  const isOn = (group: PdfDictionary) => !off.has(group);

  /** `[/Or …]`, `[/And …]`, `[/Not …]` of groups and expressions (table 99). */
  const evaluate = ({ items }: PdfArray, depth: number): boolean => {
    const [operator, ...operands] = items.map((item): PdfObject => file.resolve(item));
    const values = operands.map((operand) => {
      const inner = as(operand, 'array');
      const group = as(operand, 'dictionary');
      return inner ? depth > deepest || evaluate(inner, depth + 1) : !group || isOn(group);
    });
    if (nameOf(operator) === 'Not') return !values[0];
    return nameOf(operator) === 'Or' ? values.some(Boolean) : values.every(Boolean);
  };

  const isMemberVisible = (membership: PdfDictionary): boolean => {
    const expression = file.entry(membership, 'VE', 'array');
    if (expression) return evaluate(expression, 0);
    const one = file.entry(membership, 'OCGs', 'dictionary');
    const groups = one ? [one] : groupsIn(file, membership, 'OCGs');
    if (groups.length === 0) return true;
    const policy = nameOf(file.resolve(membership.entries.get('P'))) ?? 'AnyOn';
    if (policy === 'AllOn') return groups.every(isOn);
    if (policy === 'AnyOff') return !groups.every(isOn);
    return policy === 'AllOff' ? !groups.some(isOn) : groups.some(isOn);
  };

  return (properties) =>
    nameOf(file.resolve(properties.entries.get('Type'))) === 'OCMD'
      ? isMemberVisible(properties)
      : isOn(properties);
}
