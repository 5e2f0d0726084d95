/**
 * `attr()` in any property (css-values-5 §7): an element's attribute as a string, a number with a
 * unit, or a value of the type that is asked for.
 */
import { angle, customIdent, integer, length, number, percentage } from './basic-types.ts';
import { color } from './colors.ts';
import {
  type ComponentValue,
  type FunctionValue,
  parseComponentValues,
} from './component-values.ts';
import { lengthOf } from './lengths.ts';
import { createReader, type Parser, readAll } from './reader.ts';

type Values = readonly ComponentValue[];

/** What `type()` may name. */
const types: Readonly<Record<string, Parser<unknown>>> = {
  length,
  number,
  integer,
  percentage,
  angle,
  color,
  'custom-ident': customIdent(),
};

/** The element's attribute; undefined where it has none. */
export type AttributeOf = (name: string) => string | undefined;

interface Asked {
  readonly name: string;
  /** What stands between the name and the comma: a unit, `type(…)`, `raw-string`. */
  readonly type: ComponentValue | undefined;
  /** Null without a comma. */
  readonly fallback: Values | null;
}

function askedBy({ values }: FunctionValue): Asked | undefined {
  const [name, ...rest] = values;
  if (name?.kind !== 'ident') return undefined;
  const comma = rest.findIndex((value) => value.kind === 'delim' && value.text === ',');
  const before = comma < 0 ? rest : rest.slice(0, comma);
  if (before.length > 1) return undefined;
  const fallback = comma < 0 ? null : rest.slice(comma + 1);
  return { name: name.text.toLowerCase(), type: before[0], fallback };
}

/** The attribute as its type has it; undefined where it is none of that type. */
function typed(
  text: string,
  type: ComponentValue | undefined,
  at: FunctionValue,
): Values | undefined {
  const { start, end, spaced } = at;
  const place = { start, end, spaced };
  // `url` is what addresses were called before css-values-5: `target-counter(attr(href url), page)`.
  const isPlain = !type || (type.kind === 'ident' && /^(?:raw-string|url)$/.test(type.word));
  if (isPlain) return [{ kind: 'string', text, ...place }];
  if (type.kind === 'function' && type.name === 'type') return ofType(text, type, place);
  const value = Number(text.trim() || 'none');
  if (!Number.isFinite(value)) return undefined;
  if (type.kind === 'delim' && type.text === '%') return [{ kind: 'percentage', value, ...place }];
  if (type.kind !== 'ident') return undefined;
  if (type.word === 'number')
    return [{ kind: 'number', value, isInteger: Number.isInteger(value), ...place }];
  const isUnit =
    lengthOf(1, type.word) !== undefined || /^(?:deg|grad|rad|turn|fr)$/.test(type.word);
  return isUnit ? [{ kind: 'dimension', value, unit: type.word, ...place }] : undefined;
}

function ofType(
  text: string,
  { values }: FunctionValue,
  place: { readonly start: number; readonly end: number; readonly spaced: boolean },
): Values | undefined {
  const parsed = parseComponentValues(text, 0, '').map((value, index) => ({
    ...value,
    ...place,
    spaced: index === 0 ? place.spaced : value.spaced,
  }));
  const name = values.flatMap((value) => ('text' in value ? [value.text] : [])).join('');
  if (parsed.some((value) => value.kind === 'url')) return undefined;
  if (name === '*') return parsed;
  if (name === '<string>') return [{ kind: 'string', text, ...place }];
  const parser = types[name.replace(/^<|>$/g, '')];
  return parser && readAll(createReader(parsed), parser) !== undefined ? parsed : undefined;
}

/**
 * What an `attr()` stands for: the value, or the fallback still to be substituted; undefined where
 * there is neither. Without a type, a missing attribute is the empty string (§7.1).
 */
export function attributeValues(
  reference: FunctionValue,
  attributeOf: AttributeOf,
): { readonly values: Values; readonly isFallback: boolean } | undefined {
  const asked = askedBy(reference);
  if (!asked) return undefined;
  const text = attributeOf(asked.name);
  const values = text === undefined ? undefined : typed(text, asked.type, reference);
  if (values) return { values, isFallback: false };
  if (asked.fallback) return { values: asked.fallback, isFallback: true };
  const { start, end, spaced } = reference;
  return asked.type
    ? undefined
    : { values: [{ kind: 'string', text: '', start, end, spaced }], isFallback: false };
}
