/** States of elements that their attributes say (html §4.17.3): paper shows them as they stand. */
import type { ElementNode } from '../input/index.ts';
import type { MarkupState } from './selectors.ts';

const controls = new Set([
  ...['button', 'input', 'select', 'textarea', 'optgroup', 'option', 'fieldset'],
]);
const fields = new Set(['input', 'select', 'textarea']);
const openable = new Set(['details', 'dialog']);
/** Kinds of `input` that hold no words. */
const buttons = new Set([
  ...['button', 'submit', 'reset', 'image', 'hidden', 'range', 'color', 'checkbox', 'radio'],
]);

export function isInState(
  state: MarkupState,
  { tag, namespace, attributes }: ElementNode,
): boolean {
  if (namespace !== 'html') return false;
  switch (state) {
    case 'checked':
    case 'default':
      return isChecked(tag, attributes);
    case 'disabled':
      return controls.has(tag) && attributes.has('disabled');
    case 'enabled':
      return controls.has(tag) && !attributes.has('disabled');
    case 'required':
      return fields.has(tag) && attributes.has('required');
    case 'optional':
      return fields.has(tag) && !attributes.has('required');
    case 'open':
      return openable.has(tag) && attributes.has('open');
    case 'read-write':
      return isWritable(tag, attributes);
    case 'read-only':
      return !isWritable(tag, attributes);
  }
}

type Attributes = ElementNode['attributes'];

const isChecked = (tag: string, attributes: Attributes): boolean =>
  (tag === 'input' && attributes.has('checked')) ||
  (tag === 'option' && attributes.has('selected'));

function isWritable(tag: string, attributes: Attributes): boolean {
  if (tag !== 'input' && tag !== 'textarea') return attributes.has('contenteditable');
  const isLocked = attributes.has('readonly') || attributes.has('disabled');
  return !isLocked && !buttons.has(attributes.get('type')?.toLowerCase() ?? 'text');
}
