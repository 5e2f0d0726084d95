/**
 * Technical inks as layers (ISO 19593-1 on ISO 32000-1 §8.11): a plate that says where to cut or to
 * varnish stands in an optional-content group that says so, for programs that finish the product.
 */
import type { ProcessingStep } from '../../color/index.ts';
import type { Color } from './colors.ts';
import { type PdfDictionary, type PdfReference, pdfText } from './pdfkit.ts';
import type { NamedResource, ResourcePool } from './resources.ts';

/** ISO 19593-1 clause 6: group and type; some groups have no types. */
const metadata: Readonly<Record<ProcessingStep, readonly [group: string, type?: string]>> = {
  cutting: ['Structural', 'Cutting'],
  'partial-cutting': ['Structural', 'PartialCutting'],
  creasing: ['Structural', 'Creasing'],
  folding: ['Structural', 'Folding'],
  perforating: ['Structural', 'Perforating'],
  gluing: ['Structural', 'Gluing'],
  drilling: ['Structural', 'Drilling'],
  varnish: ['Varnish'],
  white: ['White'],
  braille: ['Braille'],
  dimensions: ['Dimensions'],
  legend: ['Legend'],
};

function groupDictionary(step: ProcessingStep): PdfDictionary {
  const [group, type] = metadata[step];
  return {
    Type: 'OCG',
    Name: pdfText(type ?? group),
    GTS_Metadata: {
      GTS_ProcStepsGroup: group,
      ...(type === undefined ? {} : { GTS_ProcStepsType: type }),
    },
  };
}

/** The layer of a step, written when it is asked for first. */
export function layerOf(step: ProcessingStep, pool: ResourcePool): NamedResource {
  return pool.share('Properties', step, () => groupDictionary(step));
}

/** The step that a colour instructs; null for a colour that prints. */
export function stepOf(color: Color): ProcessingStep | null {
  return color.space === 'spot' ? (color.step ?? null) : null;
}

/** Catalog entries for the layers of a file: all shown, none switched by itself (ISO 15930-7). */
export function layerCatalog(layers: readonly PdfReference[]): PdfDictionary {
  if (layers.length === 0) return {};
  return {
    OCProperties: {
      OCGs: layers,
      D: { Name: pdfText('Layers'), Order: layers, ON: layers },
    },
  };
}
