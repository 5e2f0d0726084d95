/** The screen edition: colours of the screen, trimmed pages, live links. */
import { describe, expect, it } from 'vitest';
import { createSource, type Span, wholeOf } from '../../src/base/index.ts';
import type { ScreenColor } from '../../src/color/index.ts';
import type { DisplayItem, LinkItem } from '../../src/display/index.ts';
import { paintScreen } from '../../src/paint/index.ts';
import {
  ask,
  contentOf,
  dictionaryOf,
  facts,
  fill,
  group,
  latin1,
  objectsWith,
  rect,
  testContext,
} from './support.ts';

const red: ScreenColor = { space: 'srgb', r: 1, g: 0, b: 0, alpha: 1 };

async function screen(items: readonly DisplayItem<ScreenColor>[], compress = false) {
  const context = testContext();
  const pages = [{ name: 'front', widthPt: 100, heightPt: 50, items }];
  const { intent: _, ...screenFacts } = facts;
  const artifact = await paintScreen(pages, screenFacts, new Map(), context, { compress });
  return { artifact, bytes: artifact.bytes, findings: context.findings };
}

function link(href: string, span?: Span): LinkItem {
  const at = { x: 10, y: 5, width: 30, height: 10 };
  return { kind: 'link', rect: at, href, ...(span ? { span } : {}) };
}

describe('the screen edition', () => {
  it('is sRGB at the trimmed size', async () => {
    const { bytes, artifact } = await screen([fill(rect(0, 0, 10, 10), red)]);
    expect(artifact.path).toBe('screen.pdf');
    expect(contentOf(bytes)).toEqual(['1 0 0 rg', '0 40 10 10 re', 'f']);
    const [page = ''] = objectsWith(bytes, '/Type /Page ');
    expect(dictionaryOf(page)).toContain('/MediaBox [0 0 100 50]');
    expect(dictionaryOf(page)).toContain('/CS /DeviceRGB');
    expect(dictionaryOf(page)).not.toMatch(/BleedBox|Annots/);
    expect(latin1(bytes)).not.toMatch(/DeviceCMYK|OutputIntent|GTS_PDFXVersion>/);
  });

  it('shows its title, and says its language', async () => {
    const [catalog = ''] = objectsWith((await screen([])).bytes, '/Type /Catalog');
    expect(dictionaryOf(catalog)).toContain('/ViewerPreferences << /DisplayDocTitle true >>');
    expect(dictionaryOf(catalog)).toContain('/Lang (da)');
  });

  it('passes qpdf, compressed', async () => {
    const { artifact } = await screen([link('https://example.org')], true);
    expect(ask('qpdf', ['--check', 'FILE'], artifact)).toContain('No syntax or stream encoding');
  });
});

describe('links', () => {
  it('are live where they are drawn', async () => {
    const { bytes, findings } = await screen([link('https://example.org/')]);
    expect(findings).toEqual([]);
    expect(objectsWith(bytes, '/Subtype /Link').map(dictionaryOf)).toEqual([
      '<< /Type /Annot /Subtype /Link /Rect [10 35 40 45] /Border [0 0 0] /F 4 /Contents (https://example.org/) /A << /S /URI /URI (https://example.org/) >> >>',
    ]);
    expect(objectsWith(bytes, '/Annots')).toHaveLength(1);
  });

  it('move with their group, and end where it is clipped', async () => {
    const items = [link('https://example.org')];
    const moved = group<ScreenColor>(items, {
      transform: [1, 0, 0, 1, 20, 10],
      clip: rect(0, 0, 20, 50),
    });
    const [annotation = ''] = objectsWith((await screen([moved])).bytes, '/Subtype /Link');
    expect(dictionaryOf(annotation)).toContain('/Rect [30 25 40 35]');
  });

  it.each(['mailto:post@example.org', 'tel:+4512345678', 'HTTPS://EXAMPLE.ORG'])(
    'to %s are live',
    async (href) => {
      expect(objectsWith((await screen([link(href)])).bytes, '/Subtype /Link')).toHaveLength(1);
    },
  );

  it('are written in plain ASCII', async () => {
    const { bytes } = await screen([link('https://example.org/blåbær')]);
    expect(latin1(bytes)).toContain('/URI (https://example.org/bl%C3%A5b%C3%A6r)');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'www.example.org', '#foot'])(
    'to %s are reported and not live',
    async (href) => {
      const span = wholeOf(createSource('content/copy.yaml', href));
      const { bytes, findings } = await screen([link(href, span)]);
      expect(findings).toEqual([
        expect.objectContaining({ severity: 'warning', code: 'paint/link-not-live', span }),
      ]);
      expect(latin1(bytes)).not.toContain('/URI');
    },
  );

  it.each(['#', '#top', '#TOP'])('to %s lead to the first page', async (href) => {
    const { bytes, findings } = await screen([link(href)]);
    expect(findings).toEqual([]);
    expect(latin1(bytes)).toMatch(/\/A <<\s+\/S \/Named\s+\/N \/FirstPage/);
  });

  it('inside the document lead to a place on a page', async () => {
    const context = testContext();
    const { intent: _, ...screenFacts } = facts;
    const pages = [
      { name: '', widthPt: 100, heightPt: 50, items: [{ ...link('#r å'), words: 'Words' }] },
      {
        name: '',
        widthPt: 100,
        heightPt: 50,
        items: [],
        anchors: [{ id: 'r å', at: { x: 8, y: 20 } }],
      },
    ];
    const { bytes } = await paintScreen(pages, screenFacts, new Map(), context, {
      compress: false,
    });
    expect(context.findings).toEqual([]);
    const [, second] = [...latin1(bytes).matchAll(/(\d+) 0 obj\s+<<\s+\/Type \/Page\s/g)];
    const number = second?.[1];
    expect(number).toBeDefined();
    expect(latin1(bytes)).toMatch(/\/Contents \(Words\)\s+\/Dest \/r#20#C3#A5\n/);
    expect(latin1(bytes)).toMatch(
      new RegExp(`/Dests <<\\s+/r#20#C3#A5 \\[${number} 0 R /XYZ 8 30 null\\]`),
    );
  });
});
