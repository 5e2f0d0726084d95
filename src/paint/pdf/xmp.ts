/**
 * The XMP packet (ISO 16684-1) of a file: what it is called, when and by what it was made, and
 * what it claims to be. Says the same as the Info dictionary, as PDF/X demands.
 */

export interface XmpFacts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** With zone: `2026-03-01T09:30:00Z`. */
  readonly date: string;
  readonly creator: string;
  readonly producer: string;
  /** `uuid:…`, from the contents. */
  readonly documentId: string;
  readonly instanceId: string;
  /** `pdfxid:GTS_PDFXVersion`; null for a file that is no PDF/X. */
  readonly pdfxVersion: string | null;
  /** `pdfuaid:part` (ISO 14289-1 §5); null for a file that does not say so. */
  readonly pdfuaPart: string | null;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text in XML; what XML 1.0 cannot hold (controls, lone surrogates) becomes spaces. */
function escapeXml(text: string): string {
  const printable = text.replace(/[\p{Control}\p{Surrogate}\ufffe\uffff]/gu, ' ');
  return printable.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

function element(name: string, value: string): string {
  return `   <${name}>${escapeXml(value)}</${name}>`;
}

/** One property in a container: `Alt` for languages, `Bag` for lists. */
function container(name: string, kind: 'Alt' | 'Bag', item: string): string {
  return `   <${name}><rdf:${kind}>${item}</rdf:${kind}></${name}>`;
}

/** The packet's text; to be stored uncompressed, so that tools which know no PDF find it. */
export function buildXmp(facts: XmpFacts): string {
  const title = `<rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li>`;
  const language = `<rdf:li>${escapeXml(facts.language)}</rdf:li>`;
  const properties = [
    element('dc:format', 'application/pdf'),
    container('dc:title', 'Alt', title),
    container('dc:language', 'Bag', language),
    element('xmp:CreateDate', facts.date),
    element('xmp:ModifyDate', facts.date),
    element('xmp:MetadataDate', facts.date),
    element('xmp:CreatorTool', facts.creator),
    element('xmpMM:DocumentID', facts.documentId),
    element('xmpMM:InstanceID', facts.instanceId),
    element('xmpMM:VersionID', '1'),
    element('xmpMM:RenditionClass', 'default'),
    element('pdf:Producer', facts.producer),
    element('pdf:Trapped', 'False'),
    ...(facts.pdfxVersion ? [element('pdfxid:GTS_PDFXVersion', facts.pdfxVersion)] : []),
    ...(facts.pdfuaPart ? [element('pdfuaid:part', facts.pdfuaPart)] : []),
  ];
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '  <rdf:Description rdf:about=""',
    '    xmlns:dc="http://purl.org/dc/elements/1.1/"',
    '    xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    '    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
    '    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ...(facts.pdfuaPart ? ['    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'] : []),
    '    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">',
    ...properties,
    '  </rdf:Description>',
    ' </rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}
