/** What a job is where it says nothing: every default of `job.yaml`, in one constant. */
import type { Job } from './job.ts';

/** What a job is where it says nothing. */
export const jobDefaults = {
  language: 'da',
  copy: 'copy.yaml',
  cleanup: true,
  paper: { weightGsm: 170, stock: 'silk', caliperUm: null },
  bleedMm: { top: 3, right: 3, bottom: 3, left: 3 },
  safetyMm: { error: 3, warning: 5 },
  maxMegabytes: 200,
  marks: false,
  spots: [],
  swatches: [],
  flavour: 'PDF/X-4',
  pictures: { intent: 'relative', sharpens: true, tac: 'keep' },
  outputs: ['press', 'pages'],
  sheets: {
    scheme: null,
    sheet: null,
    cover: null,
    creepFactor: 1,
    gripperMm: null,
    gapMm: null,
    isOneSided: false,
    isRepeated: false,
    hasMarks: true,
  },
  order: { run: null, finishing: [], notes: null },
  /** Files carry a date that is never the clock's; a job without one gets this. */
  date: '2000-01-01T00:00:00Z',
  pagesDpi: 144,
} as const satisfies Partial<Record<keyof Job, unknown>>;
