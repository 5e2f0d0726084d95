import { expect, it } from 'vitest';
import { readTemplate, toJsonSchema } from '../../src/input/index.ts';
import { openProject, projectFiles } from './project.ts';

it('a schema becomes a JSON Schema with Danish titles', () => {
  const fields = `
title: {label: {da: Titel, en: Title}, description: Med versaler, max: {characters: 20, lines: 2}}
letter:
  label: Brev
  required: false
  fields: {body: {type: paragraphs, label: Brødtekst}}
bud: {type: list, label: Bud, min: {items: 9}, max: {items: 9}, item: {type: rich, label: Bud}}
`;
  const project = openProject(projectFiles({ 'templates/shared/fields.yaml': fields }));
  const template = readTemplate('t', project.context);
  expect(project.lines()).toEqual([]);
  expect(template && toJsonSchema(template.schema, 'da')).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      title: {
        title: 'Titel',
        description: 'Med versaler. Højst 20 tegn, højst 2 linjer',
        type: ['string', 'number', 'boolean'],
      },
      letter: {
        title: 'Brev',
        anyOf: [
          {
            type: 'object',
            properties: {
              body: {
                title: 'Brødtekst',
                oneOf: [
                  { type: 'string' },
                  { type: 'array', items: { type: ['string', 'number', 'boolean'] } },
                ],
              },
            },
            required: ['body'],
            additionalProperties: false,
          },
          { type: 'null' },
        ],
      },
      bud: {
        title: 'Bud',
        description: 'Mindst 9 punkter, højst 9 punkter',
        type: 'array',
        items: { title: 'Bud', type: ['string', 'number', 'boolean'] },
        minItems: 9,
        maxItems: 9,
      },
    },
    required: ['title', 'bud'],
    additionalProperties: false,
  });
});
