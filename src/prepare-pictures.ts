/**
 * The pictures of drawn pages: how large each is drawn, and each made ready for the press or for a
 * screen, several at a time.
 */
import { axisScales, type Context, invariant } from './base/index.ts';
import {
  type AuthorColor,
  type Condition,
  type Convert,
  convertOn,
  isUnmet,
  type PictureSource,
  type PictureUse,
  type PreparedPicture,
  pictureIdentity,
  preparePicture,
  preparePictureForScreen,
  readyConverters,
  usualInkLimitPercent,
} from './color/index.ts';
import { buildDisplayList, type DisplayList, walkAll } from './display/index.ts';
import { type CopyPicture, type Job, type Pictures, picturesOf } from './input/index.ts';
import type { LayoutWatch } from './lay-out-job.ts';
import type { Fragment } from './layout/index.ts';
import type { PicturesUnderWay } from './paint/index.ts';
import type { StyledDocument } from './style/index.ts';

/** Pages as they were drawn, and the styles that say why. */
export interface DrawnPages {
  readonly art: DisplayList<AuthorColor>;
  readonly styled: StyledDocument;
  readonly pictures: Pictures;
  /** The copy's pictures, by path. */
  readonly copyPictures: ReadonlyMap<string, CopyPicture>;
}

/** The largest size each bitmap is drawn at, by path, and where it is asked for: in the copy if it can. */
export function pictureUses({
  art,
  copyPictures,
}: Pick<DrawnPages, 'art' | 'copyPictures'>): ReadonlyMap<string, PictureUse> {
  const uses = new Map<string, PictureUse>();
  for (const page of art)
    walkAll(page.items, ({ item, matrix }) => {
      if (item.kind !== 'picture') return;
      const scale = axisScales(matrix);
      const known = uses.get(item.picture);
      const widthPt = Math.max(item.rect.width * scale.x, known?.widthPt ?? 0);
      const heightPt = Math.max(item.rect.height * scale.y, known?.heightPt ?? 0);
      const named = copyPictures.get(item.picture);
      // What is wrong with a picture's size is wrong where it is largest.
      const isLargest = widthPt > (known?.widthPt ?? 0) || heightPt > (known?.heightPt ?? 0);
      const span = named?.file.span ?? (isLargest ? item.span : undefined) ?? known?.span;
      uses.set(item.picture, {
        widthPt,
        heightPt,
        ...(span ? { span } : {}),
        ...(named?.intent ? { intent: named.intent } : {}),
      });
    });
  return uses;
}

/** The same uses under the job's rules; the copy's own word on a picture wins. */
export function underRules(
  uses: ReadonlyMap<string, PictureUse>,
  { intent, sharpens, tac }: Job['pictures'],
  { totalInkLimitPercent, advisedInkPercent }: Condition,
): ReadonlyMap<string, PictureUse> {
  // No more than is judged without a word.
  const limit = advisedInkPercent ?? Math.min(totalInkLimitPercent, usualInkLimitPercent);
  const fitInkPercent = tac === 'fit' ? limit : null;
  return new Map(
    [...uses].map(([path, use]) => [path, { intent, sharpens, fitInkPercent, ...use }] as const),
  );
}

export type Prepared = ReadonlyMap<string, PreparedPicture>;

export async function mapPictures<P>(
  entries: Iterable<readonly [string, P]>,
  prepare: (path: string, value: P) => Promise<PreparedPicture | null>,
): Promise<Prepared> {
  const prepared = await Promise.all(
    [...entries].map(async ([path, value]) => [path, await prepare(path, value)] as const),
  );
  return new Map(prepared.flatMap(([path, picture]) => (picture ? [[path, picture]] : [])));
}

/** Pixels from which on conversions take longer than a thread needs to start. */
const manyPixels = 1_000_000;

function helpersFor(sources: readonly PictureSource[], { workspace }: Context) {
  const pixels = sources.reduce((sum, { widthPx, heightPx }) => sum + widthPx * heightPx, 0);
  return pixels < manyPixels ? undefined : workspace.helpers;
}

/**
 * What is done for pictures before all pages are laid out: where some were never converted, threads
 * make themselves ready for them, and begin as soon as the page is cut that draws them.
 */
export function watchPictures(
  job: Job,
  condition: Condition,
  context: Context,
  convert: Convert | undefined,
): LayoutWatch {
  const { cache } = context.workspace;
  const awaited = new Set<string>();
  return {
    picturesKnown(pictures) {
      const unmet = [...pictures.values()]
        .filter((picture) => picture.kind === 'bitmap')
        .filter((picture) => isUnmet(picture, condition, cache));
      const helpers = helpersFor(unmet, context);
      if (!helpers || !convert) return;
      readyConverters(unmet, condition, job.pictures.intent, helpers);
      for (const { path } of unmet) awaited.add(path);
    },
    pageCut(page, { styled, pictures, fonts, bleed, copy }) {
      if (!convert || !draws(page.root, awaited)) return;
      const quiet = { ...context, report: () => {} };
      const art = buildDisplayList(
        [page],
        { pictures, bleed, styled, fonts, isTagged: false },
        quiet,
      );
      const uses = pictureUses({ art, copyPictures: picturesOf(copy) });
      // A page cut otherwise later asks anew; what went wrong is told to who asks then.
      for (const [path, use] of underRules(uses, job.pictures, condition))
        if (awaited.has(path)) convert(bitmapAt(path, pictures), use, condition).catch(() => {});
    },
  };
}

/** Whether one of these pictures stands in a fragment. */
function draws(fragment: Fragment, paths: ReadonlySet<string>): boolean {
  if (paths.size === 0 || fragment.kind === 'text') return false;
  const picture = fragment.kind === 'box' ? fragment.picture?.picture : undefined;
  if (picture?.kind === 'bitmap' && paths.has(picture.path)) return true;
  return fragment.children.some((child) => draws(child, paths));
}

/** Conversions of one build, on threads where there are some. */
export function openConversions({ workspace: { helpers } }: Context): Convert | undefined {
  return helpers && convertOn(helpers);
}

/** Bitmaps in the press's inks. A picture that cannot be read is reported and left out. */
export async function pressPictures(
  uses: ReadonlyMap<string, PictureUse>,
  pictures: Pictures,
  condition: Condition,
  context: Context,
  onThreads: Convert | undefined = openConversions(context),
): Promise<PicturesUnderWay> {
  const sources = [...uses.keys()].map((path) => bitmapAt(path, pictures));
  const convert = helpersFor(sources, context) ? onThreads : undefined;
  const prepared = mapPictures(uses, (path, use) =>
    preparePicture(bitmapAt(path, pictures), use, condition, context, convert),
  );
  // A fault of ours is met where the pictures are asked for, not before.
  prepared.catch(() => {});
  const identities = new Map(
    [...uses].map(
      ([path, use]) => [path, pictureIdentity(bitmapAt(path, pictures), use, condition)] as const,
    ),
  );
  // Threads are given their work when this one pauses.
  await new Promise(setImmediate);
  return { identities, prepared };
}

export function bitmapAt(path: string, pictures: Pictures) {
  const picture = pictures.get(path);
  invariant(picture?.kind === 'bitmap', `picture ${path} was drawn but never read`);
  return picture;
}

export function screenPictures(
  press: Prepared,
  uses: ReadonlyMap<string, PictureUse>,
  condition: Condition,
  context: Context,
): Promise<Prepared> {
  return mapPictures(press, async (path, picture) => {
    const use = uses.get(path);
    invariant(use, `picture ${path} is prepared but not drawn`);
    return preparePictureForScreen(picture, use, condition, context);
  });
}
