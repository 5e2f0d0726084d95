import { type Context, invariant, type Size } from '../base/index.ts';
import type { Copy } from './copy.ts';
import type { Job } from './job.ts';
import type { Markup } from './origins.ts';
import type { Template } from './template-definition.ts';

export function renderTemplate(
  _template: Template,
  _copy: Copy,
  _job: Job,
  _panels: ReadonlyMap<string, Size>,
  _context: Context,
): Markup | null {
  invariant(false, 'not written yet');
}
