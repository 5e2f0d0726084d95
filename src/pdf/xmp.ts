/**
 * XMP metadata (ISO 16684-1) as values by namespace and name: properties written as attributes or
 * as elements, and the first item of a list or of language alternatives.
 */
export interface Xmp {
  /** A property's value; null where the packet does not have it. */
  value(namespace: string, name: string): string | null;
}

export const xmpNamespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfx: 'http://www.npes.org/pdfx/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
} as const;

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
    (all, hex, decimal, name) => {
      if (name) return entities.get(name) ?? all;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** `prefix:name` to `namespace name`; prefixes are taken to mean the same throughout the packet. */
function qualify(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(0, colon));
  return `${prefixes.get(prefix) ?? prefix} ${name.slice(colon + 1)}`;
}

/** Reads a packet. Anything that is not XML simply has no properties. */
export function readXmp(packet: string): Xmp {
  const prefixes = new Map<string, string>();
  for (const [, prefix = '', uri = ''] of packet.matchAll(
    /xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g,
  ))
    prefixes.set(prefix, uri);
  const values = new Map<string, string>();
  const keep = (key: string, value: string) => {
    if (!values.has(key)) values.set(key, unescapeXml(value));
  };
  const open: string[] = [];
  const markup =
    /<(\/?)([\w.-]+:?[\w.-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>([^<]*)/g;
  for (const [, closing, name = '', attributes = '', empty, text = ''] of packet.matchAll(markup)) {
    if (closing) {
      open.pop();
      continue;
    }
    for (const [, key = '', double, single] of attributes.matchAll(
      /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    ))
      if (/^rdf:Description$/.test(name)) keep(qualify(key, prefixes), double ?? single ?? '');
    if (empty) continue;
    open.push(name);
    // A list item's words belong to the property around its container.
    const owner = name === 'rdf:li' ? open.at(-3) : name;
    if (owner && text.trim() !== '') keep(qualify(owner, prefixes), text.trim());
  }
  return { value: (namespace, name) => values.get(`${namespace} ${name}`) ?? null };
}
