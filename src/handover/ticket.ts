/**
 * The job ticket: what a printer must know beside the file, as rows of words in both languages.
 * Only what the job says or what is measured; what it does not say is called open.
 */
import { type Message, ptToMm } from '../base/index.ts';
import {
  caliperMm,
  compensationMm,
  type FolderForm,
  flatSize,
  outsideWidthsUm,
  type Paper,
  panelName,
  schemeOf,
} from '../folds/index.ts';
import { foldsOf } from '../impose/index.ts';
import type { Job } from '../input/index.ts';
import type { MeasuredPage } from '../plates/index.ts';
import type { BuildReport } from '../report.ts';
import { inkName } from './ink-names.ts';

export interface TicketRow {
  readonly label: Message;
  readonly lines: readonly Message[];
}

export interface Ticket {
  readonly title: string;
  readonly job: string;
  /** `2026-11-25`. */
  readonly date: string;
  readonly rows: readonly TicketRow[];
}

export interface TicketInput {
  readonly job: Job;
  readonly pageCount: number;
  readonly report: BuildReport;
  readonly plates: readonly MeasuredPage[];
  readonly hasSheets: boolean;
}

const both = (text: string): Message => ({ en: text, da: text });

/** A number as each language writes it, to a hundredth. */
function figure(value: number): Message {
  const text = String(Math.round(value * 100) / 100);
  return { en: text, da: text.replace('.', ',') };
}

/** A sentence with figures in it: `say` is called once for each language. */
function told(
  say: (words: (message: Message) => string, language: 'en' | 'da') => string,
): Message {
  return { en: say(({ en }) => en, 'en'), da: say(({ da }) => da, 'da') };
}

function size(width: number, height: number): Message {
  return told((in_) => `${in_(figure(width))} × ${in_(figure(height))} mm`);
}

function thousands(value: number): Message {
  const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return { en: grouped.replaceAll('\u00a0', ','), da: grouped.replaceAll('\u00a0', '.') };
}

function productRow({ job, pageCount }: TicketInput): TicketRow {
  const label = { en: 'Product', da: 'Produkt' };
  const { form } = job;
  if (form.kind === 'booklet')
    return {
      label,
      lines: [
        {
          en: `Booklet, ${pageCount} pages, saddle stitched`,
          da: `Hæfte, ${pageCount} sider, rygstiftet`,
        },
      ],
    };
  if (form.kind === 'leaf')
    return {
      label,
      lines: [
        pageCount === 1
          ? { en: `Single leaf, printed on ${oneSide.en}`, da: `Løst ark, trykt på ${oneSide.da}` }
          : {
              en: `Single leaf, printed on ${bothSides.en}`,
              da: `Løst ark, trykt på ${bothSides.da}`,
            },
      ],
    };
  const { name } = schemeOf(form);
  return { label, lines: [{ en: `Folder, ${name.en}`, da: `Folder, ${name.da}` }] };
}

function sizeRows({ job }: TicketInput): readonly TicketRow[] {
  const { form, paper } = job;
  const finished = { en: 'Finished size', da: 'Færdigt format' };
  if (form.kind !== 'folder') {
    const { width, height } = form.pageMm;
    const closed = { label: finished, lines: [size(width, height)] };
    const open = { en: 'Open size', da: 'Åbent format' };
    return form.kind === 'leaf'
      ? [closed]
      : [closed, { label: open, lines: [size(2 * width, height)] }];
  }
  const flat = flatSize(form, paper);
  const height = ptToMm(flat.height);
  const widths = outsideWidthsUm(form, paper).map((um) => um / 1000);
  const list = told((in_) => widths.map((width) => in_(figure(width))).join(' · '));
  return [
    { label: finished, lines: [size(Math.max(...widths), height)] },
    {
      label: { en: 'Flat size', da: 'Udfoldet format' },
      lines: [size(ptToMm(flat.width), height)],
    },
    {
      label: { en: 'Panels', da: 'Paneler' },
      lines: [
        {
          en: `${list.en} mm, outside, left to right (inside mirrored)`,
          da: `${list.da} mm, udvendig side fra venstre (indvendig spejlvendt)`,
        },
      ],
    },
  ];
}

function foldLines(form: FolderForm, paper: Paper): readonly Message[] {
  const scheme = schemeOf(form);
  const bends = foldsOf(scheme);
  const lines = bends.map(({ order, isTowards }, index) => {
    const left = panelName(scheme.outside[index]?.role ?? '');
    const right = panelName(scheme.outside[index + 1]?.role ?? '');
    const way = isTowards
      ? { en: 'outsides together', da: 'ydersider mod hinanden' }
      : { en: 'insides together', da: 'indersider mod hinanden' };
    return {
      order,
      text: told((in_, language) => {
        const between = language === 'da' ? 'mellem' : 'between';
        const and = language === 'da' ? 'og' : 'and';
        return `${order}. ${between} ${in_(left)} ${and} ${in_(right)}: ${in_(way)}`;
      }),
    };
  });
  const c = figure(compensationMm(form, paper));
  const narrower = scheme.outside.some(({ compensations }) => compensations);
  return [
    ...lines.sort((a, b) => a.order - b.order).map(({ text }) => text),
    ...(narrower
      ? [
          {
            en: `Panels that fold in are ${c.en} mm narrower for each layer`,
            da: `Paneler, der falses ind, er ${c.da} mm smallere for hvert lag`,
          },
        ]
      : []),
  ];
}

function foldRows({ job }: TicketInput): readonly TicketRow[] {
  const { form, paper } = job;
  if (form.kind !== 'folder') return [];
  const crease = form.isCreased
    ? { en: 'Crease before folding', da: 'Bigges før falsning' }
    : { en: 'Not creased', da: 'Bigges ikke' };
  return [
    { label: { en: 'Folds', da: 'Fals' }, lines: foldLines(form, paper) },
    { label: { en: 'Creasing', da: 'Bigning' }, lines: [crease] },
  ];
}

const stockNames: Readonly<Record<Paper['stock'], Message>> = {
  gloss: { en: 'gloss coated', da: 'blankt bestrøget' },
  silk: { en: 'silk coated', da: 'silkemat bestrøget' },
  uncoated: { en: 'uncoated', da: 'ubestrøget' },
};

function paperRow({ paper }: Job): TicketRow {
  const weight = figure(paper.weightGsm);
  const caliper = figure(caliperMm(paper));
  const stock = stockNames[paper.stock];
  const origin =
    paper.caliperUm === null
      ? { en: 'reckoned from its bulk', da: 'beregnet af rumfylden' }
      : { en: 'by its data sheet', da: 'efter databladet' };
  return {
    label: { en: 'Paper', da: 'Papir' },
    lines: [
      told((in_) => `${in_(weight)} g/m², ${in_(stock)}`),
      told((in_, language) =>
        language === 'da'
          ? `Tykkelse ${in_(caliper)} mm, ${in_(origin)}`
          : `Caliper ${in_(caliper)} mm, ${in_(origin)}`,
      ),
    ],
  };
}

const oneSide: Message = { en: 'one side', da: 'den ene side' };
const bothSides: Message = { en: 'both sides', da: 'begge sider' };

function inkRows({ job, report, plates }: TicketInput): readonly TicketRow[] {
  const inks = report.press?.inks ?? report.inks.names;
  const sides = report.pages.length > 1 ? bothSides : oneSide;
  const list = told((in_) => inks.map((ink) => in_(inkName(ink))).join(', '));
  const means = plates.map(({ plates: { ink } }) => ink.mean.percent);
  const limit = plates[0]?.limitPercent;
  const measured =
    limit === undefined
      ? []
      : [
          {
            en: `At most ${Math.round(Math.max(...means))} % over any 15 mm (limit ${limit} %)`,
            da: `Højst ${Math.round(Math.max(...means))} % over 15 mm (grænse ${limit} %)`,
          },
        ];
  const { identifier, info } = job.condition;
  return [
    {
      label: { en: 'Inks', da: 'Farver' },
      lines: [
        {
          en: `${inks.length}: ${list.en}, ${sides.en}`,
          da: `${inks.length}: ${list.da}, ${sides.da}`,
        },
        ...measured,
      ],
    },
    {
      label: { en: 'Printing condition', da: 'Trykbetingelse' },
      lines: [both(identifier === info ? identifier : `${identifier}: ${info}`)],
    },
  ];
}

function fileRow({ job, report, hasSheets }: TicketInput): TicketRow {
  const { top, right, bottom, left } = job.bleedMm;
  const isEven = top === right && right === bottom && bottom === left;
  const bleed = isEven
    ? told((in_) => `${in_(figure(top))} mm`)
    : told(
        (in_) => `${[top, right, bottom, left].map((edge) => in_(figure(edge))).join(' · ')} mm`,
      );
  const marks = job.marks
    ? { en: 'with marks', da: 'med mærker' }
    : { en: 'without marks', da: 'uden mærker' };
  const pages = report.pages.length;
  return {
    label: { en: 'Press file', da: 'Trykfil' },
    lines: [
      {
        en: `press.pdf, ${pages} ${pages === 1 ? 'page' : 'pages'}, built to ${job.flavour}`,
        da: `press.pdf, ${pages} ${pages === 1 ? 'side' : 'sider'}, bygget efter ${job.flavour}`,
      },
      { en: `Bleed ${bleed.en}, ${marks.en}`, da: `Beskæring ${bleed.da}, ${marks.da}` },
      ...(hasSheets
        ? [
            {
              en: 'sheets.pdf: the same pages on press sheets, order in sheets.png',
              da: 'sheets.pdf: de samme sider på trykark, rækkefølge i sheets.png',
            },
          ]
        : []),
    ],
  };
}

const open = { en: 'To be agreed', da: 'Aftales' };

function orderRows({ order }: Job): readonly TicketRow[] {
  const { run, finishing, notes } = order;
  const copies = run === null ? null : thousands(run);
  const rows: TicketRow[] = [
    {
      label: { en: 'Run', da: 'Oplag' },
      lines: [
        copies
          ? told((in_, language) => `${in_(copies)} ${language === 'da' ? 'eks.' : 'copies'}`)
          : open,
      ],
    },
    {
      label: { en: 'Finishing', da: 'Efterbehandling' },
      lines: finishing.length > 0 ? finishing.map(both) : [open],
    },
  ];
  if (notes !== null)
    rows.push({ label: { en: 'Notes', da: 'Bemærkninger' }, lines: [both(notes)] });
  return rows;
}

/** The ticket of a job that was built. */
export function ticketOf(input: TicketInput): Ticket {
  const { job } = input;
  return {
    title: job.title,
    job: job.name,
    date: job.date.slice(0, 10),
    rows: [
      ...orderRows(job).slice(0, 1),
      productRow(input),
      ...sizeRows(input),
      ...foldRows(input),
      paperRow(job),
      ...inkRows(input),
      fileRow(input),
      ...orderRows(job).slice(1),
    ],
  };
}
