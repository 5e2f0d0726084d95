/**
 * A page's plates side by side on one picture, each with its name and how much of the page it
 * covers; the ink map with its scale, and a frame where most ink lies.
 */
import {
  type Artifact,
  type Context,
  type Helpers,
  invariant,
  type Language,
  type Rect,
} from '../base/index.ts';
import { encodeBytePng } from '../paint/index.ts';
import { isFontFault, openFont, prepareShaping } from '../text/index.ts';
import {
  type Canvas,
  createCanvas,
  drawAmounts,
  fillRect,
  Lettering,
  strokeRect,
} from './canvas.ts';
import type { InkSpot } from './measure-ink.ts';
import type { MeasuredPage } from './measure-plates.ts';
import { grayIndex, inkIndex, inkIndexes, markIndex, palette, plateIndexes } from './palette.ts';
import { fileNameOf, packingSubject } from './plate-pictures.ts';

const black = grayIndex(20);
const gray = grayIndex(120);
const frame = grayIndex(190);

/** Pixels: a picture's longer side at most, around everything, under each picture, of letters. */
const sizes = { picture: 1000, margin: 36, gap: 28, caption: 54, text: 19, small: 15 };
/** A resolution that pictures are usually looked at with. */
const overviewDpi = 144;

/** The face of captions; comes with the program. */
const captionFont = 'fonts/hanken-grotesk/HankenGrotesk-Medium.ttf';

const plateWords: Readonly<Record<string, string>> = {
  Cyan: 'Cyan',
  Magenta: 'Magenta',
  Yellow: 'Gul',
  Black: 'Sort',
};

const pageWords: Readonly<Record<string, string>> = {
  outside: 'yderside',
  inside: 'inderside',
};

function words(language: Language) {
  const isDanish = language === 'da';
  return {
    page: (name: string) => (isDanish ? (pageWords[name] ?? name) : name),
    plate: (name: string) => (isDanish ? (plateWords[name] ?? name) : name),
    covers: (share: string) => (isDanish ? `dækker ${share} %` : `covers ${share} %`),
    instruction: (share: string) =>
      isDanish
        ? `dækker ${share} %, en anvisning, der ikke trykkes`
        : `covers ${share} %, an instruction that is not printed`,
    total: isDanish ? 'Samlet farvedækning' : 'Total ink',
    most: ({ mean, peak }: { mean: number; peak: number }) =>
      isDanish
        ? `højst ${mean} % på 15 mm (ramme), ${peak} % på 1 mm`
        : `at most ${mean} % over 15 mm (frame), ${peak} % over 1 mm`,
    limit: (percent: number) => (isDanish ? `grænse ${percent} %` : `limit ${percent} %`),
    figure: (value: number) => {
      const text = value < 10 ? value.toFixed(1) : String(Math.round(value));
      return isDanish ? text.replace('.', ',') : text;
    },
  };
}

async function openLettering(
  language: Language,
  { workspace }: Pick<Context, 'workspace'>,
): Promise<Lettering> {
  const file = workspace.read(captionFont);
  invariant(file.kind === 'file', `the program comes with ${captionFont}`);
  await prepareShaping([language]);
  const font = openFont(captionFont, file.bytes);
  invariant(!isFontFault(font), `${captionFont} is a font`);
  return new Lettering(font, language);
}

/** Where each picture stands: as many columns as make the whole look least long or wide. */
function layOut({ plates: page }: MeasuredPage) {
  const { widthPx, heightPx, plates } = page;
  const by = Math.ceil(Math.max(widthPx, heightPx) / sizes.picture);
  const width = Math.max(1, Math.floor(widthPx / by));
  const height = Math.max(1, Math.floor(heightPx / by));
  const count = plates.length + 1;
  const columns = width > height * 1.3 ? 2 : Math.min(count, 3);
  const rows = Math.ceil(count / columns);
  const rects = Array.from(
    { length: count },
    (_, index): Rect => ({
      x: sizes.margin + (index % columns) * (width + sizes.gap),
      y:
        sizes.margin +
        sizes.caption +
        Math.floor(index / columns) * (height + sizes.caption + sizes.gap),
      width,
      height,
    }),
  );
  return {
    by,
    rects,
    widthPx: 2 * sizes.margin + columns * width + (columns - 1) * sizes.gap,
    heightPx:
      2 * sizes.margin + sizes.caption + rows * (height + sizes.caption + sizes.gap) + sizes.gap,
  };
}

/** Colours from none to beyond the limit, with figures under them. */
function drawScale(
  canvas: Canvas,
  letters: Lettering,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  limit: number,
  limitWords: string,
): void {
  const most = limit + 50;
  for (let pixel = 0; pixel < width; pixel += 1) {
    const color = inkIndex(((pixel + 0.5) / width) * most, limit);
    fillRect(canvas, { x: x + pixel, y, width: 1, height: 12 }, color);
  }
  strokeRect(canvas, { x, y, width, height: 12 }, 1, frame);
  const tick = (percent: number, said: string) => {
    const at = x + (percent / most) * width;
    fillRect(canvas, { x: at - 0.5, y, width: 1, height: 17 }, black);
    const left = Math.max(x, Math.min(x + width, at) - letters.width(said, sizes.small) / 2);
    letters.draw(canvas, said, left, y + 33, sizes.small, gray);
  };
  for (let percent = 0; percent < limit - 60; percent += 100) tick(percent, `${percent}`);
  tick(limit, limitWords);
}

/** A page as the maker of its plates would check it: `plates/<page>-overview.png`. */
async function pageOverview(
  measured: MeasuredPage,
  letters: Lettering,
  language: Language,
  helpers: Helpers | undefined,
): Promise<Artifact> {
  const { plates: page, limitPercent } = measured;
  const { ink, totalInk } = page;
  const { rects, by, widthPx, heightPx } = layOut(measured);
  const canvas = createCanvas(widthPx, heightPx);
  const say = words(language);
  letters.draw(canvas, say.page(page.name), sizes.margin, sizes.margin + 18, 26, black);
  const caption = (rect: Rect, title: string, detail: string) => {
    const y = rect.y + rect.height + 26;
    letters.draw(canvas, title, rect.x, y, sizes.text, black);
    const after = rect.x + letters.width(`${title}  `, sizes.text);
    letters.draw(canvas, detail, after, y, sizes.small, gray);
  };
  const size = { widthPx: page.widthPx, heightPx: page.heightPx };
  const draw = (values: Uint8Array | Uint16Array, indexes: Uint8Array, { x, y }: Rect) =>
    drawAmounts(canvas, { ...size, values }, indexes, { by, left: x, top: y });
  const grays = plateIndexes();
  page.plates.forEach(({ name, ink: amounts, isTechnical }, index) => {
    const rect = rects[index];
    if (!rect) return;
    draw(amounts, grays, rect);
    strokeRect(canvas, rect, 1, frame);
    const covered = ink.coverage[index]?.percent ?? 0;
    const share = say.figure(covered);
    caption(rect, say.plate(name), isTechnical ? say.instruction(share) : say.covers(share));
  });
  const map = rects.at(-1);
  if (map) {
    draw(totalInk, inkIndexes(page.plates.length, limitPercent), map);
    strokeRect(canvas, map, 1, frame);
    const spot = spotOn(measured, ink.mean, map, 1 / by);
    strokeRect(canvas, spot, 3, markIndex);
    const most = { mean: Math.round(ink.mean.percent), peak: Math.round(ink.peak.percent) };
    caption(map, say.total, say.most(most));
    const place = { x: map.x, y: map.y + map.height + 40, width: map.width };
    drawScale(canvas, letters, place, limitPercent, say.limit(limitPercent));
  }
  return {
    path: `plates/${fileNameOf(page.name)}-overview.png`,
    bytes: await encodeBytePng(
      { ...canvas, values: canvas.indexes, byteOf: itself, palette: palette(), dpi: overviewDpi },
      helpers,
      packingSubject(page),
    ),
  };
}

/** A measured place in the pixels of the scaled map. */
function spotOn({ plates }: MeasuredPage, { rect }: InkSpot, map: Rect, scale: number): Rect {
  const perPt = plates.dpi / 72;
  return {
    x: map.x + (rect.x * perPt + plates.trim.x) * scale,
    y: map.y + (rect.y * perPt + plates.trim.y) * scale,
    width: rect.width * perPt * scale,
    height: rect.height * perPt * scale,
  };
}

const itself = Uint8Array.from({ length: 256 }, (_, index) => index);

/** Every page's overview, words in the language given. */
export async function plateOverviews(
  pages: readonly MeasuredPage[],
  language: Language,
  context: Pick<Context, 'workspace'>,
): Promise<readonly Artifact[]> {
  if (pages.length === 0) return [];
  const letters = await openLettering(language, context);
  return Promise.all(
    pages.map((page) => pageOverview(page, letters, language, context.workspace.helpers)),
  );
}
