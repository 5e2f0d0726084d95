/**
 * One cut of a variable font as a font of its own: what is embedded must stand still. HarfBuzz's
 * instancer pins every axis; the weight asked for is pinned where the font has that axis.
 * https://learn.microsoft.com/typography/opentype/spec/fvar
 */
import { copyIn } from '../base/index.ts';
import type { Tables } from './sfnt.ts';
import { bytesOfFace, loadSubsetter } from './subset.ts';
import { tagNumber } from './tag-number.ts';

/** Which cut is wanted of a font that can be many. */
export interface FontCut {
  /** 1–1000. */
  readonly weight: number;
  readonly italic: boolean;
}

interface Axis {
  readonly tag: string;
  readonly min: number;
  readonly max: number;
}

function axesOf(tables: Tables): readonly Axis[] {
  const fvar = tables.get('fvar');
  if (!fvar || fvar.bytes.length < 16) return [];
  const { view } = fvar;
  const start = view.getUint16(4);
  const size = view.getUint16(10);
  const axes: Axis[] = [];
  for (let index = 0; index < view.getUint16(8); index += 1) {
    const at = start + index * size;
    if (size < 20 || at + size > fvar.bytes.length) break;
    const tag = String.fromCharCode(...fvar.bytes.subarray(at, at + 4));
    const fixed = (offset: number) => view.getInt32(at + offset) / 65536;
    axes.push({ tag, min: fixed(4), max: fixed(12) });
  }
  return axes;
}

/** Values of the axes that a cut decides; the others stay at their default. */
function locationOf(axes: readonly Axis[], { weight, italic }: FontCut): Map<string, number> {
  const location = new Map<string, number>();
  const within = (axis: Axis, value: number) => Math.min(Math.max(value, axis.min), axis.max);
  for (const axis of axes) {
    if (axis.tag === 'wght') location.set(axis.tag, within(axis, weight));
    if (axis.tag === 'ital' && italic) location.set(axis.tag, within(axis, 1));
    if (axis.tag === 'slnt' && italic) location.set(axis.tag, within(axis, -14));
  }
  return location;
}

/** The cut as a file; null where HarfBuzz cannot make it. */
export async function cutVariableFont(
  bytes: Uint8Array,
  tables: Tables,
  cut: FontCut,
): Promise<Uint8Array | null> {
  const wasm = loadSubsetter();
  const readOnly = 1;
  const data = copyIn(wasm, bytes);
  const blob = wasm.call('hb_blob_create', data, bytes.length, readOnly, 0, 0);
  const face = wasm.call('hb_face_create', blob, 0);
  const input = wasm.call('hb_subset_input_create_or_fail');
  wasm.call('hb_subset_input_keep_everything', input);
  wasm.call('hb_subset_input_pin_all_axes_to_default', input, face);
  for (const [tag, value] of locationOf(axesOf(tables), cut))
    wasm.call('hb_subset_input_pin_axis_location', input, face, tagNumber(tag), value);
  const made = wasm.call('hb_subset_or_fail', face, input);
  const result = made === 0 ? null : bytesOfFace(wasm, made);
  if (made !== 0) wasm.call('hb_face_destroy', made);
  wasm.call('hb_subset_input_destroy', input);
  wasm.call('hb_face_destroy', face);
  wasm.call('hb_blob_destroy', blob);
  wasm.call('free', data);
  return result;
}
