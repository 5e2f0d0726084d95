import { invariant, type Language } from '../base/index.ts';
import type { Schema } from './schema.ts';

export function toJsonSchema(_schema: Schema, _language: Language): object {
  invariant(false, 'not written yet');
}
