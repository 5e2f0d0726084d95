/**
 * How form controls look where nobody says otherwise (html §15.5), as default styles: a page shows them
 * as a browser prints them, with what they were given.
 */

export const control = 'display: inline-block; box-sizing: border-box; font: 13.3333px sans-serif';
export const field = `${control}; box-sizing: content-box; border: 2px inset; background-color: device-cmyk(0 0 0 0)`;
export const line = 'white-space: pre; overflow: clip';
/** A size that content has no say in, where none is set: boxes stretch as if it were that of content. */
export const sized = (width: string, height: string) =>
  `contain: size; contain-intrinsic-size: ${width} ${height}`;
const buttonKind = ':is([type=submit i], [type=reset i], [type=button i])';
const gray = 'device-cmyk(0 0 0 0.7)';
const faint = 'device-cmyk(0 0 0 0.12)';
const none = 'device-cmyk(0 0 0 0 / 0)';
const flat = (color: string) => `linear-gradient(${color}, ${color})`;
/** How far a value is from 0 to `max`, as a percentage of a box. */
const share = (value: string, most: string) =>
  `calc(clamp(0, ${value} / attr(max type(<number>), ${most}), 1) * 100%)`;
const given = (otherwise: number) => `attr(value type(<number>), ${otherwise})`;
/** A bar filled as far as its value goes. */
const bar = (value: string, most: string, color: string) =>
  `${flat(color)} 0 50% / ${share(value, most)} 100% no-repeat, ${faint}`;
const knob = `radial-gradient(circle closest-side, ${gray} 95%, ${none} 100%)`;
export const progressStyle = `background: ${faint}; border-radius: 0.5em`;
export const progressRules = `progress[value] { background: ${bar(given(0), '1', gray)} }`;
export const meterStyle = `background: ${bar(given(0), '1', gray)}; border-radius: 0.5em`;
const arrow =
  `linear-gradient(45deg, ${none} 50%, ${gray} 50%) right 8px top 50% / 4px 4px no-repeat, ` +
  `linear-gradient(-45deg, ${none} 50%, ${gray} 50%) right 4px top 50% / 4px 4px no-repeat`;
const markKind = ':is([type=checkbox i], [type=radio i])';
/** Fields of dates and times: as wide as the widest they may hold, and a button (html §15.5.8). */
const clocks: readonly (readonly [type: string, shown: string, widest: string, button: number])[] =
  [
    ['date', 'mm/dd/yyyy', 'mm/dd/000000', 27],
    ['time', '--:-- --', '00:00 PM', 38],
    ['datetime-local', 'mm/dd/yyyy, --:-- --', 'mm/dd/000000, 00:00 PM', 33],
    ['month', '--------- ----', 'September 000000', 25],
    ['week', 'Week --, ----', 'Week 00, 000000', 25],
  ];
const clockRules = clocks.flatMap(([type, shown, widest, button]) => [
  `input[type=${type} i] { contain: none; padding-block: 2px }`,
  `input[type=${type} i]:not([value])::before { content: '${shown}'; color: inherit }`,
  `input[type=${type} i]::after { content: '${widest}'; display: block; contain: layout; height: 0; padding-inline-end: ${button}px; visibility: hidden }`,
]);
/** What a field says stands in it as in a browser; a password does not (html §15.5). */
export const inputRules = [
  "input::before { content: attr(value) '\\200b' }",
  "input:not([value])::before { content: attr(placeholder) '\\200b'; color: device-cmyk(0 0 0 0.5) }",
  "input[type=password i]::before { content: '\\200b' }",
  'input[type=hidden i] { display: none }',
  `input${buttonKind} { box-sizing: border-box; contain: none; padding: 1px 6px; border: 2px outset; background-color: device-cmyk(0 0 0 0.06); text-align: center }`,
  "input[type=submit i]:not([value])::before { content: 'Submit'; color: inherit }",
  "input[type=reset i]:not([value])::before { content: 'Reset'; color: inherit }",
  `input${markKind} { box-sizing: border-box; ${sized('9px', '9px')}; padding: 0; margin: 3px 3px 3px 4px }`,
  'input[type=radio i] { border-radius: 50% !important; margin: 3px 3px 0 5px }',
  `input${markKind}:checked::before { content: ''; display: block; height: 5px; margin: 2px; border-radius: inherit; background: device-cmyk(0 0 0 1) }`,
  `input[type=range i] { box-sizing: border-box; ${sized('129px', '16px')}; padding: 0; border: 0; margin: 2px; background: ${knob} ${share(given(50), '100')} 50% / 14px 14px no-repeat, ${flat(faint)} 50% 50% / 100% 5px no-repeat }`,
  'input[type=color i] { box-sizing: border-box; contain: none; width: 50px; height: 27px; padding: 4px 2px; background: attr(value type(<color>), device-cmyk(0 0 0 1)) content-box }',
  'input[type=file i] { contain-intrinsic-width: round(up, 34ch - 0.01px, 1px); padding: 0; border: 0 }',
  "input[type=file i]::before { content: 'Choose File'; color: inherit; display: inline-block; padding: 1px 6px; margin-inline-end: 4px; border: 2px outset; background-color: device-cmyk(0 0 0 0.06) }",
  "input[type=file i]::after { content: 'No file chosen' }",
  'input[type=image i] { contain: none; padding: 0; border: 0; background: none; overflow: clip }',
  'input[type=image i]:not([src])::before { content: attr(alt); padding-left: 16px }',
  "input[type=image i]:not([src], [alt])::before { content: 'Submit' }",
  `input:is(${markKind}:not(:checked), [type=range i], [type=color i])::before { content: none }`,
  ...clockRules,
].join('\n');
const listKind = ':is([multiple], [size]:not([size="1"]))';
/** A menu shows one of its options and is as wide as the widest; a list shows them all (html §15.5.13). */
export const selectRules = [
  'select option { padding: 1px 16px 1px 4px }',
  `select:not(${listKind}) option:not([selected]) { contain: layout; height: 0; padding-block: 0; overflow: clip; visibility: hidden }`,
  `select:not(${listKind}, :has(option[selected])) :is(select > option:first-of-type, select > optgroup:first-child > option:first-of-type) { contain: none; height: auto; padding-block: 1px; visibility: visible }`,
  // One that shows nothing is as high as a line all the same.
  `select:not(${listKind}, :has(option))::before { content: '\\200b'; display: block; padding: 1px 16px 1px 4px }`,
  // In a group an option takes four spaces more, which are not shown.
  `select:not(${listKind}) optgroup > option::after { content: '\\a0\\a0\\a0\\a0' }`,
  `select:not(${listKind}) { background: ${arrow}, device-cmyk(0 0 0 0) }`,
  `select${listKind} { overflow: hidden; height: calc(attr(size type(<number>), 4) * (1.2em + 1px) + 2px) }`,
  `select${listKind} option { padding: 0 2px 1px; min-height: calc(1.2em + 1px); box-sizing: border-box }`,
  `select${listKind} optgroup::before { content: attr(label); display: block; font-weight: bold; padding: 0 2px 1px; min-height: 1.2em }`,
].join('\n');
