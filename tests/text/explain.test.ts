import { beforeAll, describe, expect, it } from 'vitest';
import { evenShape, explainLines, prepareShaping, type Wrapping } from '../../src/text/index.ts';
import { paragraphStyle, setParagraph, textItem } from './support.ts';

beforeAll(() => prepareShaping(['da']));

function explain(text: string, width: number) {
  const [line] = setParagraph([textItem(text)], width, {
    align: 'justify',
    wrap: 'total-fit',
  }).lines;
  return line ? explainLines(line.source) : [];
}

describe('explaining a paragraph', () => {
  it('says how far each line is stretched, where it ends and what was the next best', () => {
    const lines = explain('aaa bb cc ddddd eeee', 60);
    expect(lines.map(({ text, ends, ratio }) => [text, ends, ratio])).toEqual([
      ['aaa', 'space', 21],
      ['bb cc', 'space', expect.closeTo(10 / 3.3)],
      ['ddddd', 'space', expect.any(Number)],
      ['eeee', 'end', 0],
    ]);
    expect(lines[0]?.runnerUp).toMatchObject({ text: 'aaa bb' });
    expect(lines.at(-1)?.runnerUp).toBeNull();
  });

  it('forbidding a break never makes the paragraph cheaper', () => {
    for (const { runnerUp } of explain('aa\u00adbb c dddd ee ff\u00adggg hh iii jj kkkk', 70))
      expect(runnerUp?.more ?? 0).toBeGreaterThanOrEqual(0);
  });

  it('names divisions and hyphens', () => {
    const lines = explain('aa\u00adbb cc-dd eeee', 30);
    expect(lines.map(({ ends, text }) => `${text} ${ends}`)).toEqual([
      'aa- syllable',
      'bb space',
      'cc- hyphen',
      'dd space',
      'eeee end',
    ]);
  });

  it('names breaks in words too long for their line', () => {
    const wrapping: Wrapping = {
      words: 'normal',
      overflow: 'anywhere',
      spaces: 'hang',
      hyphen: null,
      tab: { spaces: 8 },
    };
    const items = [textItem('aa bbbbbbb', { wrapping })];
    const style = paragraphStyle({ wrap: 'total-fit' });
    const lines = explainLines({ items, style, shape: evenShape(50) });
    expect(lines.map(({ ends, text }) => `${text} ${ends}`)).toEqual([
      'aa space',
      'bbbbb emergency',
      'bb end',
    ]);
  });
});
