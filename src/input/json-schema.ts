/**
 * A schema as JSON Schema (draft-07), for completion and checks in editors: the YAML language
 * server reads it from the line `# yaml-language-server: $schema=…` in the copy.
 */
import type { Language } from '../base/index.ts';
import { pictureIntents } from './read-picture.ts';
import type { Field, GroupField, LeafKind, Limits, Schema } from './schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** A scalar that YAML may read as a number or as truth is a text all the same. */
const textTypes = ['string', 'number', 'boolean'];

const pictureProperties: Readonly<Record<Language, Json>> = {
  da: {
    file: {
      type: 'string',
      title: 'Fil',
      description: 'Sti fra denne fils mappe, eller med / forrest fra projektets mappe',
    },
    alt: {
      type: 'string',
      title: 'Alternativ tekst',
      description: 'Hvad billedet viser, til dem, der ikke kan se det',
    },
    focus: {
      title: 'Fokus',
      description: 'Det punkt, der altid skal være med: procent fra venstre og fra oven',
    },
    intent: {
      title: 'Farvegengivelse',
      description: 'perceptual, hvor stærke farver flyder sammen i tryk; ellers relative',
      enum: pictureIntents,
    },
    placeholder: {
      type: 'boolean',
      title: 'Pladsholder',
      description: 'Sandt, så længe det rigtige billede mangler',
    },
  },
  en: {
    file: {
      type: 'string',
      title: 'File',
      description: "Path from this file's folder, or with / first from the project's folder",
    },
    alt: {
      type: 'string',
      title: 'Alternative text',
      description: 'What the picture shows, for those who cannot see it',
    },
    focus: {
      title: 'Focus',
      description: 'The point that is always shown: percent from the left and from the top',
    },
    intent: {
      title: 'Rendering intent',
      description: 'perceptual where strong colours run together in print; else relative',
      enum: pictureIntents,
    },
    placeholder: {
      type: 'boolean',
      title: 'Placeholder',
      description: 'True as long as the real picture is missing',
    },
  },
};

function pictureSchema(language: Language): Json {
  const properties = pictureProperties[language];
  return {
    oneOf: [
      { type: 'string' },
      { type: 'object', properties, required: ['file', 'alt'], additionalProperties: false },
    ],
  };
}

function leafSchema(kind: LeafKind, language: Language): Json {
  switch (kind) {
    case 'picture':
      return pictureSchema(language);
    case 'paragraphs':
      return { oneOf: [{ type: 'string' }, { type: 'array', items: { type: textTypes } }] };
    case 'number':
      return { type: ['number', 'string'] };
    case 'boolean':
      return { enum: [true, false, 'ja', 'nej'] };
    case 'date':
      return { type: 'string', pattern: '^(\\d{4}-\\d\\d?-\\d\\d?|\\d\\d?[./]\\d\\d?[./]\\d{4})$' };
    case 'url':
      return { type: 'string' };
    default:
      return { type: textTypes };
  }
}

const limitWords = {
  da: {
    characters: 'tegn',
    words: 'ord',
    lines: 'linjer',
    items: 'punkter',
    min: 'mindst',
    max: 'højst',
  },
  en: {
    characters: 'characters',
    words: 'words',
    lines: 'lines',
    items: 'items',
    min: 'at least',
    max: 'at most',
  },
} as const;

/** Limits as a sentence: marks in the text make them inexact as a rule of the schema. */
function limitSentence(limits: Limits, language: Language): string {
  const words = limitWords[language];
  const parts = (['characters', 'words', 'lines', 'items'] as const).flatMap((measure) =>
    (['min', 'max'] as const).flatMap((bound) => {
      const value = limits[measure][bound];
      return value === null ? [] : [`${words[bound]} ${value} ${words[measure]}`];
    }),
  );
  const sentence = parts.join(', ');
  return sentence === '' ? '' : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function describe(field: Field, language: Language): Json {
  const texts = [field.description?.[language] ?? '', limitSentence(field.limits, language)];
  const description = texts.filter((text) => text !== '').join('. ');
  const title = field.label[language];
  return description === '' ? { title } : { title, description };
}

function groupSchema(field: GroupField, language: Language): Json {
  const properties = [...field.fields].map(([key, child]) => [key, fieldSchema(child, language)]);
  const required = [...field.fields].filter(([, child]) => child.required).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function itemLimits({ items }: Limits): Json {
  return {
    ...(items.min === null ? {} : { minItems: items.min }),
    ...(items.max === null ? {} : { maxItems: items.max }),
  };
}

function shapeOf(field: Field, language: Language): Json {
  if (field.kind === 'group') return groupSchema(field, language);
  if (field.kind !== 'list') return leafSchema(field.kind, language);
  return { type: 'array', items: fieldSchema(field.item, language), ...itemLimits(field.limits) };
}

function fieldSchema(field: Field, language: Language): Json {
  const described = describe(field, language);
  const shape = shapeOf(field, language);
  // What is not required may be left empty: `caption:` with nothing after it.
  if (field.required) return { ...described, ...shape };
  return { ...described, anyOf: [shape, { type: 'null' }] };
}

/** The JSON Schema of a copy, titles and descriptions in one language; keys in a fixed order. */
export function toJsonSchema(schema: Schema, language: Language): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...groupSchema(schema, language),
  };
}
