/**
 * Lines that stand too far in or too far out. YAML trips over the first line that disagrees with
 * the ones before it; a person means most of them, and the odd one is the mistake.
 */
import type { Diagnostic } from '../base/index.ts';
import * as problems from './problems.ts';
import {
  bareKey,
  bodySpan,
  indentOf,
  isField,
  isItem,
  isRemark,
  type Line,
  lineAround,
  lineBefore,
  nextLine,
} from './yaml-lines.ts';

/** A line at fault, and how many spaces should stand in front of it where the others tell. */
interface Stray {
  readonly line: Line;
  readonly meant: number | null;
}

/** How many fields stand at `indent`, from `first` to the first line that is further out. */
function countFields(first: Line, indent: number): number {
  let count = 0;
  for (let at: Line | null = first; at; at = nextLine(at)) {
    if (isRemark(at)) continue;
    if (indentOf(at) < indent) break;
    if (indentOf(at) === indent && isField(at)) count += 1;
  }
  return count;
}

/** The first field of a group stands otherwise than the fields after it, of which `line` is one. */
function firstOfGroup(line: Line): Stray | null {
  const first = lineBeforeBlock(line);
  const name = first && lineBefore(first);
  if (!first || !name || !isField(first) || !bareKey.test(name.text)) return null;
  const meant = indentOf(line);
  if (meant <= indentOf(name) || indentOf(first) === meant) return null;
  const isBesideName = indentOf(first) === indentOf(name);
  return isBesideName || countFields(line, meant) > 1 ? { line: first, meant } : null;
}

/** The line above that stands otherwise than `line`: what is between goes on with a text. */
function lineBeforeBlock(line: Line): Line | null {
  const around = lineAround(line);
  if (!around || !bareKey.test(around.text)) return around;
  // Under the group's name: the group's first line.
  let first: Line | null = nextLine(around);
  while (first && isRemark(first)) first = nextLine(first);
  return first;
}

/** An item of a list stands otherwise than the items above it; `line` is a field of that item. */
function itemAbove(line: Line): Stray | null {
  const item = lineAround(line);
  if (!item || !isItem(item, null)) return null;
  const meant = indentOf(line) - 2;
  for (let at = lineBefore(item); at; at = lineBefore(at)) {
    if (indentOf(at) < Math.min(meant, indentOf(item))) break;
    if (isItem(at, meant)) return { line: item, meant };
  }
  return null;
}

/** The line that is indented wrongly, where YAML noticed it at `line`. */
export function explainIndent(line: Line): Diagnostic {
  const stray = firstOfGroup(line) ?? itemAbove(line) ?? { line, meant: null };
  return problems.yamlIndent(bodySpan(stray.line), indentOf(stray.line), stray.meant);
}
