/**
 * Resources (ISO 32000-1 §7.8.3): what content streams refer to by name. Each kind of thing is
 * written once per file and keeps one name throughout; each stream lists only what it uses.
 */
import {
  isReference,
  type PdfDictionary,
  type PdfFile,
  type PdfReference,
  type PdfValue,
} from './pdfkit.ts';

export type ResourceKind =
  | 'ColorSpace'
  | 'ExtGState'
  | 'Font'
  | 'Pattern'
  | 'Properties'
  | 'Shading'
  | 'XObject';

/** Name prefixes; short, since they are written often. */
const prefixes: Readonly<Record<ResourceKind, string>> = {
  ColorSpace: 'C',
  ExtGState: 'G',
  Font: 'F',
  Pattern: 'P',
  Properties: 'L',
  Shading: 'S',
  XObject: 'X',
};

const order = Object.keys(prefixes).sort() as readonly ResourceKind[];

export interface NamedResource {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly reference: PdfReference;
}

/** All named resources of a file. */
export interface ResourcePool {
  /**
   * The resource known under `key`, made by `create` when it is asked for first: a value to be
   * written, or a stream that `create` has written.
   */
  share(kind: ResourceKind, key: string, create: (file: PdfFile) => PdfValue): NamedResource;
  /** A resource that is used once: a form, a pattern. */
  add(kind: ResourceKind, reference: PdfReference): NamedResource;
  /** What has been shared of a kind, in order of first use. */
  shared(kind: ResourceKind): readonly PdfReference[];
}

export function createResourcePool(file: PdfFile): ResourcePool {
  const shared = new Map<string, NamedResource>();
  const counts = new Map<ResourceKind, number>();
  const add = (kind: ResourceKind, reference: PdfReference): NamedResource => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { kind, name: `${prefixes[kind]}${count}`, reference };
  };
  return {
    add,
    shared: (kind) =>
      [...shared.values()].flatMap((one) => (one.kind === kind ? [one.reference] : [])),
    share(kind, key, create) {
      const known = shared.get(`${kind} ${key}`);
      if (known) return known;
      const made = create(file);
      const resource = add(kind, isReference(made) ? made : file.object(made));
      shared.set(`${kind} ${key}`, resource);
      return resource;
    },
  };
}

/** The resources of one content stream. */
export interface ResourceList {
  /** Notes that the stream uses it and gives its name, with the slash. */
  use(resource: NamedResource): string;
  dictionary(): PdfDictionary;
}

export function createResourceList(): ResourceList {
  const used = new Map<ResourceKind, Map<string, PdfReference>>();
  return {
    use({ kind, name, reference }) {
      const names = used.get(kind) ?? new Map<string, PdfReference>();
      used.set(kind, names);
      names.set(name, reference);
      return `/${name}`;
    },
    dictionary() {
      const entries = order.flatMap((kind) => {
        const names = used.get(kind);
        return names ? [[kind, Object.fromEntries(names)] as const] : [];
      });
      return Object.fromEntries(entries);
    },
  };
}
