/** The structure of a tagged PDF: as poppler reads it, and what is wrong with its marks. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  as,
  numberOf,
  type PdfFile,
  type PdfObject,
  type PdfStream,
  readPdf,
} from '../../src/pdf/index.ts';

/** A line a node or a text, indented as they are nested; objects' numbers and empty texts left out. */
export function structureOf(pdf: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'trykklar-structure-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    const said = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' });
    return said
      .split('\n')
      .map((line) =>
        line.replace(/ \((block|inline)\)|:(?=$)/g, '').replace(/Object \d+ \d+/, 'Object'),
      )
      .filter((line) => line.trim() !== '' && line.trim() !== '""');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Operators that paint. */
const painting = /(?:^|\s)(?:TJ|Tj|S|s|f|f\*|B|B\*|sh|Do)$/;

interface Reading {
  readonly faults: string[];
  readonly marks: Set<string>;
}

/** Marks of a stream: each closed in the text object and the state it was opened in. */
function readMarks(text: string, name: string, { faults, marks }: Reading): void {
  const open: string[] = [];
  for (const line of text.split('\n')) {
    if (/B(DC|MC)$/.test(line)) {
      open.push('tag');
      const number = /\/MCID (\d+)/.exec(line)?.[1];
      const mark = `${name} ${number}`;
      if (number !== undefined && marks.has(mark)) faults.push(`${mark} comes twice`);
      if (number !== undefined) marks.add(mark);
      if (open.filter((one) => one === 'tag').length > 1 && number !== undefined)
        faults.push(`${mark} stands in another`);
    } else if (line === 'q' || line === 'BT') open.push(line);
    else if (line === 'EMC' || line === 'Q' || line === 'ET') {
      const wanted = { EMC: 'tag', Q: 'q', ET: 'BT' }[line];
      const last = open.pop();
      if (last !== wanted) faults.push(`${name}: ${line} closes ${last}`);
    } else if (painting.test(line) && !open.includes('tag') && !line.endsWith('Do'))
      faults.push(`${name}: «${line}» is neither read nor an artifact`);
  }
  if (open.length > 0) faults.push(`${name}: ${open.join(' ')} is left open`);
}

function textOf(file: PdfFile, stream: PdfStream | null): string {
  const data = stream && file.decode(stream);
  return data ? Buffer.from(data).toString('latin1') : '';
}

function referenced(object: PdfObject | undefined): number {
  return as(object, 'reference')?.number ?? -1;
}

/** Marks that the tree holds, as `stream number`, each with the node that it is in. */
function readTree(file: PdfFile): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  const visit = (number: number) => {
    const element = as(file.object(number), 'dictionary');
    if (!element) return;
    for (const kid of file.entry(element, 'K', 'array')?.items ?? []) {
      const own = numberOf(kid);
      if (own !== null) held.set(`${referenced(element.entries.get('Pg'))} ${own}`, number);
      visit(referenced(kid));
      const reference = as(kid, 'dictionary')?.entries;
      const mark = numberOf(reference?.get('MCID'));
      if (mark !== null)
        held.set(`${referenced(reference?.get('Stm') ?? reference?.get('Pg'))} ${mark}`, number);
    }
  };
  const root = file.entry(file.catalog, 'StructTreeRoot', 'dictionary');
  visit(referenced((root && file.entry(root, 'K', 'array'))?.items[0]));
  return held;
}

/** From a stream's key and a mark's number to the node, as the tree of parents says. */
function readParents(file: PdfFile): ReadonlyMap<number, readonly number[]> {
  const root = file.entry(file.catalog, 'StructTreeRoot', 'dictionary');
  const tree = root && file.entry(root, 'ParentTree', 'dictionary');
  const numbers = (tree && file.entry(tree, 'Nums', 'array'))?.items ?? [];
  const parents = new Map<number, readonly number[]>();
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const list = as(file.resolve(numbers[at + 1]), 'array');
    parents.set(numberOf(numbers[at]) ?? -1, (list?.items ?? []).map(referenced));
  }
  return parents;
}

/** Pages and forms with their own object numbers, and the dictionary that has their key. */
function markedStreams(file: PdfFile) {
  return file.numbers.flatMap((number) => {
    const object = file.object(number);
    const form = as(object, 'stream');
    if (form?.dictionary.entries.has('StructParents'))
      return [{ name: `${number}`, dictionary: form.dictionary, stream: form }];
    const page = as(object, 'dictionary');
    const isPage = page && as(page.entries.get('Type'), 'name')?.value === 'Page';
    const stream = isPage ? file.entry(page, 'Contents', 'stream') : null;
    return stream && page ? [{ name: `${number}`, dictionary: page, stream }] : [];
  });
}

/** All that ISO 32000-1 §14.6 and §14.7 ask and the file does not keep. */
export function tagFaults(pdf: Uint8Array): readonly string[] {
  const file = readPdf(pdf);
  if (file.kind === 'damage') return [file.reason];
  const reading: Reading = { faults: [], marks: new Set() };
  const held = readTree(file);
  const parents = readParents(file);
  for (const { name, dictionary, stream } of markedStreams(file)) {
    readMarks(textOf(file, stream), name, reading);
    const key = numberOf(dictionary.entries.get('StructParents')) ?? -1;
    for (const mark of reading.marks) {
      const [own, number] = mark.split(' ');
      const node = parents.get(key)?.[Number(number)];
      if (own === name && (node === undefined || node !== held.get(mark)))
        reading.faults.push(`${mark} is in ${held.get(mark)}, and its parent is ${node}`);
    }
  }
  for (const mark of held.keys())
    if (!reading.marks.has(mark)) reading.faults.push(`${mark} is held but nowhere marked`);
  return reading.faults;
}
