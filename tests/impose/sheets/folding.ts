/**
 * Printed sheets as paper: panels with a face on each side, read from a PDF's words by poppler.
 * They can be turned, cut and folded. Coordinates are pt as seen from the top, y down.
 */
import { execFileSync } from 'node:child_process';

export interface Face {
  readonly page: number;
  /** As seen when this face looks up. */
  readonly isHeadUp: boolean;
}

export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly top: Face | null;
  /** As seen when the sheet is turned about its vertical axis. */
  readonly bottom: Face | null;
}

interface Seen extends Face {
  readonly x: number;
  readonly y: number;
}

interface Side {
  readonly width: number;
  readonly height: number;
  readonly faces: readonly Seen[];
}

/** From the head's number to the foot's, in `numberedPdf` of A6. */
const headToFoot = 148 * (72 / 25.4) - 100;

/** Every page's numbers: where they stand, and whether the head's is above the foot's. */
export function readSides(file: string): readonly Side[] {
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, width, height, body = '']) => {
      const words = [
        ...body.matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g,
        ),
      ].map(([, x1, y1, x2, y2, text = '']) => ({
        x: (Number(x1) + Number(x2)) / 2,
        y: (Number(y1) + Number(y2)) / 2,
        text,
      }));
      const heads = words.filter(({ text }) => /^\d+$/.test(text));
      const feet = words.filter(({ text }) => /^f\d+$/.test(text));
      const faces = heads.map((head): Seen => {
        // Copies stand beside each other: a foot belongs to the head at its page's own distance.
        const strangeness = (foot: (typeof feet)[number]) =>
          Math.abs(Math.abs(foot.y - head.y) - headToFoot) + Math.abs(foot.x - head.x);
        const own = feet
          .filter(({ text }) => text === `f${head.text}`)
          .sort((a, b) => strangeness(a) - strangeness(b));
        const [foot] = own;
        if (!foot) throw new Error(`page ${head.text} has no foot`);
        return {
          page: Number(head.text),
          isHeadUp: head.y < foot.y,
          x: (head.x + foot.x) / 2,
          y: (head.y + foot.y) / 2,
        };
      });
      return { width: Number(width), height: Number(height), faces };
    },
  );
}

/** Where a place of the back lies when looked at through the front. */
type Through = (face: Seen, side: Side) => { readonly x: number; readonly y: number };

export const turned: Through = ({ x, y }, { width }) => ({ x: width - x, y });
export const tumbled: Through = ({ x, y }, { height }) => ({ x, y: height - y });

/**
 * The panels of a sheet. A tumbled back is seen upside down by who turns the paper about its
 * vertical axis.
 */
export function panelsOf(front: Side, back: Side | null, through: Through): readonly Panel[] {
  const faces = back?.faces ?? [];
  return front.faces.map(({ page, isHeadUp, x, y }) => {
    const behind = faces.find((face) => {
      const place = back ? through(face, back) : face;
      return Math.hypot(place.x - x, place.y - y) < 12;
    });
    const isTumbled = through === tumbled;
    const bottom = behind ? { page: behind.page, isHeadUp: behind.isHeadUp !== isTumbled } : null;
    return { x, y, top: { page, isHeadUp }, bottom };
  });
}

type Fold = 'left-back' | 'top-back';

function turnAbout(panel: Panel, fold: Fold, at: number): Panel {
  const { x, y, top, bottom } = panel;
  if (fold === 'left-back') return { x: 2 * at - x, y, top: bottom, bottom: top };
  const over = (face: Face | null) => face && { ...face, isHeadUp: !face.isHeadUp };
  return { x, y: 2 * at - y, top: over(bottom), bottom: over(top) };
}

/** Folds a stack in the middle of where it lies now, the moving half to the back. */
export function foldStack(stack: readonly Panel[], fold: Fold): readonly Panel[] {
  const places = stack.map((panel) => (fold === 'left-back' ? panel.x : panel.y));
  const at = (Math.min(...places) + Math.max(...places)) / 2;
  const isMoving = (panel: Panel) => (fold === 'left-back' ? panel.x : panel.y) < at;
  const moving = stack.filter(isMoving).map((panel) => turnAbout(panel, fold, at));
  return [...stack.filter((panel) => !isMoving(panel)), ...moving.reverse()];
}

/** Faces from the front of a stack of leaves to its back. */
export function facesOf(stack: readonly Panel[]): readonly Face[] {
  return stack.flatMap(({ top, bottom }) => [...(top ? [top] : []), ...(bottom ? [bottom] : [])]);
}

/** Pages 1 … n, heads up. */
export function book(pages: number): readonly Face[] {
  return Array.from({ length: pages }, (_, index) => ({ page: index + 1, isHeadUp: true }));
}

/** In reading order: rows from the top, then from the left. */
export function inReadingOrder(panels: readonly Panel[]): readonly Panel[] {
  return panels.toSorted((a, b) => (Math.abs(a.y - b.y) > 40 ? a.y - b.y : a.x - b.x));
}
