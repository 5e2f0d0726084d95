/**
 * Styles of boxes that no element stands behind (CSS 2 §9.2.1.1): inherited properties from the
 * parent, all others at their initial value, so that nothing is painted or sized twice.
 */
import { type ComputedStyle, zero } from '../style/index.ts';
import { perRun } from './per-run.ts';

/** What is not inherited and means something to layout or to painting. */
const plainBox = {
  display: 'block',
  position: 'static',
  top: 'auto',
  right: 'auto',
  bottom: 'auto',
  left: 'auto',
  zIndex: 'auto',
  float: 'none',
  clear: 'none',
  overflow: 'visible',
  order: 0,
  marginTop: zero,
  marginRight: zero,
  marginBottom: zero,
  marginLeft: zero,
  paddingTop: zero,
  paddingRight: zero,
  paddingBottom: zero,
  paddingLeft: zero,
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'none',
  maxHeight: 'none',
  aspectRatio: 'auto',
  borderTopWidth: 0,
  borderRightWidth: 0,
  borderBottomWidth: 0,
  borderLeftWidth: 0,
  borderTopStyle: 'none',
  borderRightStyle: 'none',
  borderBottomStyle: 'none',
  borderLeftStyle: 'none',
  borderTopLeftRadius: { x: zero, y: zero },
  borderTopRightRadius: { x: zero, y: zero },
  borderBottomRightRadius: { x: zero, y: zero },
  borderBottomLeftRadius: { x: zero, y: zero },
  backgroundColor: { space: 'srgb', r: 0, g: 0, b: 0, alpha: 0 },
  backgroundImage: ['none'],
  opacity: 1,
  mixBlendMode: 'normal',
  transform: [],
  textDecorationLine: [],
  content: 'normal',
  counterReset: [],
  counterIncrement: [],
  counterSet: [],
  verticalAlign: 'baseline',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  alignSelf: 'auto',
  justifySelf: 'auto',
  gridRowStart: 'auto',
  gridRowEnd: 'auto',
  gridColumnStart: 'auto',
  gridColumnEnd: 'auto',
  columnCount: 'auto',
  columnWidth: 'auto',
  columnSpan: 'none',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  page: 'auto',
} as const satisfies Partial<ComputedStyle>;

const stylesByParent = perRun<ComputedStyle, ComputedStyle>();

/** The style of an anonymous block inside a box of that style; one object per parent style. */
export function anonymousStyle(parent: ComputedStyle): ComputedStyle {
  const table = stylesByParent(plainBox);
  const known = table.get(parent);
  if (known) return known;
  const style: ComputedStyle = Object.freeze({ ...parent, ...plainBox });
  table.set(parent, style);
  return style;
}
