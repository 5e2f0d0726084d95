/**
 * What a name means at a place in a template: fields of the schema, items of a list, block
 * parameters. `any` is what cannot be known before the template runs.
 */
import type { Field, GroupField, ListField } from './schema.ts';

/** The kind of value an expression has. */
export type Shape =
  | { readonly kind: 'any' }
  /** Can be printed, and has nothing inside. */
  | { readonly kind: 'leaf' }
  | { readonly kind: 'paragraphs' }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'group'; readonly fields: ReadonlyMap<string, Shape> };

export const anyShape: Shape = { kind: 'any' };
const leaf: Shape = { kind: 'leaf' };

const pictureShape: Shape = {
  kind: 'group',
  fields: new Map([
    ['file', leaf],
    ['alt', leaf],
    ['focus', leaf],
    ['placeholder', leaf],
  ]),
};

/** What the job tells every template. */
export const jobShape: Shape = {
  kind: 'group',
  fields: new Map([
    ['title', leaf],
    ['language', leaf],
  ]),
};

function shapeOfParts(field: GroupField | ListField): Shape {
  if (field.kind === 'list') return { kind: 'list', item: shapeOf(field.item) };
  const fields = new Map([...field.fields].map(([key, child]) => [key, shapeOf(child)]));
  return { kind: 'group', fields };
}

/** The shape of a field's value. */
export function shapeOf(field: Field): Shape {
  if (field.kind === 'group' || field.kind === 'list') return shapeOfParts(field);
  if (field.kind === 'paragraphs') return { kind: 'paragraphs' };
  return field.kind === 'picture' ? pictureShape : leaf;
}

/** A place in a template: what `this` is, what is around it, and names given by blocks. */
export interface Scope {
  readonly self: Shape;
  /** What `../` leads to. */
  readonly outer: Scope | null;
  readonly root: Shape;
  readonly names: ReadonlyMap<string, Shape>;
}

/** The scope at the top of a template. */
export function rootScope(self: Shape): Scope {
  return { self, outer: null, root: self, names: new Map() };
}

/** Inside `#each` or `#with`. */
export function innerScope(outer: Scope, self: Shape, names: ReadonlyMap<string, Shape>): Scope {
  return { self, outer, root: outer.root, names: new Map([...outer.names, ...names]) };
}

/** Names that may follow after a shape; null where anything may. */
export function namesIn(shape: Shape): readonly string[] | null {
  switch (shape.kind) {
    case 'any':
      return null;
    case 'group':
      return [...shape.fields.keys()];
    case 'leaf':
      return [];
    default:
      return ['length'];
  }
}

/** One step down from a shape; null where there is nothing of that name. */
export function stepInto(shape: Shape, name: string): Shape | null {
  if (shape.kind === 'any') return shape;
  if (shape.kind === 'group') return shape.fields.get(name) ?? null;
  if (shape.kind === 'leaf') return null;
  if (name === 'length') return leaf;
  if (!/^\d+$/.test(name)) return null;
  return shape.kind === 'list' ? shape.item : leaf;
}

/** What `#each` walks over: the items of a list, the paragraphs of a text, the fields of a group. */
export function itemOf(shape: Shape): Shape {
  if (shape.kind === 'list') return shape.item;
  return shape.kind === 'paragraphs' ? leaf : anyShape;
}
